"$XCLAIM" report -r rules.yaml post.txt > report.txt 2> errors.txt
echo "exit $?"
