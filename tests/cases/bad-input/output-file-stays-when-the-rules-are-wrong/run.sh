echo old > report.txt
"$XCLAIM" report -r missing.yaml -o report.txt post.txt
echo "exit $?"
cat report.txt
ls -A
