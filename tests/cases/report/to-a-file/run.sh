"$XCLAIM" report -r rules.yaml -o report.txt post.txt && cat report.txt && ls -A
