"$XCLAIM" test rules.yaml --update --from a.txt <answers.txt 2>&1
echo "exit $?"
cat rules.yaml
"$XCLAIM" test rules.yaml | tail -n 1
