TERM=xterm "$XCLAIM" report -r rules.yaml post.txt | LC_ALL=C tr -cd "\\033" | wc -c
