"$XCLAIM" report -r rules.yaml post.txt >&-
