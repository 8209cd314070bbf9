export GIT_CONFIG_GLOBAL=/dev/null GIT_CONFIG_SYSTEM=/dev/null
git init -q -b main . && git add . && git -c user.name=x -c user.email=x@example commit -qm first
printf 'The pier was never closed.\n' >record/new.md
"$XCLAIM" check -r rules.yaml --against record --since main old.md record
echo "exit $?"
