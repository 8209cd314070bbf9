"$XCLAIM" lint -o out.txt rules.yaml
echo "exit $?"
cat out.txt
