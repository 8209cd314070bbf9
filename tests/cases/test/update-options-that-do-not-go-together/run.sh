"$XCLAIM" test --update rules.yaml
echo "exit $?"
"$XCLAIM" test rules.yaml --from a.txt
echo "exit $?"
"$XCLAIM" test -f tap --update rules.yaml --from a.txt
echo "exit $?"
"$XCLAIM" test --update rules.yaml --from a.txt -
echo "exit $?"
