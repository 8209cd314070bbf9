"$XCLAIM" check -r rules.yaml --against record --baseline known.json new.md
echo "exit $?"
