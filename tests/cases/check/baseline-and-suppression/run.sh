"$XCLAIM" check --today 2031-06-30 --write-baseline known.json new.md
"$XCLAIM" check --today 2031-07-01 --baseline known.json new.md
echo "exit $?"
