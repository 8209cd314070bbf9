"$XCLAIM" lint rules.yaml > out.txt
echo "exit $?"
tail -n 2 out.txt
"$XCLAIM" lint -f json rules.yaml | grep not_listed
