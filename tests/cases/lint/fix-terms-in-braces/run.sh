"$XCLAIM" lint --fix rules.yaml
echo "exit $?"
cat rules.yaml
