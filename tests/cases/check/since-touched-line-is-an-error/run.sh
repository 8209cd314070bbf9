export GIT_CONFIG_GLOBAL=/dev/null GIT_CONFIG_SYSTEM=/dev/null
git init -q -b main . && git add . && git -c user.name=x -c user.email=x@example commit -qm first
sed -i 's/was closed/was never closed/' new.md
"$XCLAIM" check -r rules.yaml --against record --since main new.md
echo "exit $?"
