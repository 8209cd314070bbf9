mkfifo pipe.yaml
yes '' | "$XCLAIM" test --update pipe.yaml --from a.txt
echo "exit $?"
