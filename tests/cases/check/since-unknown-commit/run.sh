export GIT_CONFIG_GLOBAL=/dev/null GIT_CONFIG_SYSTEM=/dev/null
git init -q -b main . && git add . && git -c user.name=x -c user.email=x@example commit -qm first
"$XCLAIM" check -r rules.yaml --against record --since nowhere new.md
echo "exit $?"
