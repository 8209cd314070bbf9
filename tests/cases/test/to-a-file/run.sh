"$XCLAIM" test -o out.tap --format=tap rules.yaml
echo "exit $?"
cat out.tap
"$XCLAIM" test -o missing/out.tap rules.yaml
echo "exit $?"
