mkdir report
"$XCLAIM" report -r rules.yaml -o report post.txt
echo "exit $?"
ls -A . report
