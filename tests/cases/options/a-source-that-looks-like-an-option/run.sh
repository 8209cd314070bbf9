echo 'The market was not moved.' > -post.txt
"$XCLAIM" report -r rules.yaml -- -post.txt
