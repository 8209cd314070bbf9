"$XCLAIM" check -r rules.yaml --against record --since main new.jsonl
echo "exit $?"
