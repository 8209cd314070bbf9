"$XCLAIM" test --update rules.yaml --from a.txt
echo "exit $?"
