"$XCLAIM" report -r rules.yaml -o missing/report.txt post.txt
echo "exit $?"
ls -A
