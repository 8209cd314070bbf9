cp rules.yaml before
"$XCLAIM" lint --fix rules.yaml
echo "exit $?"
cmp before rules.yaml
