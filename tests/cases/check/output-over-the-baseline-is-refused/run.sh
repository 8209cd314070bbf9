"$XCLAIM" check -r rules.yaml --against record --write-baseline baseline.json new.md
"$XCLAIM" check -r rules.yaml --against record --baseline baseline.json -o baseline.json new.md
echo "exit $?"
