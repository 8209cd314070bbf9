"$XCLAIM" report -r rules.yaml post.txt > /dev/full
