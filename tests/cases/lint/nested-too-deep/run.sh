"$XCLAIM" lint rules.yaml
echo "exit $?"
