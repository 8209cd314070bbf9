"$XCLAIM" report -r rules.yaml -f json mirror.md post.txt |
    sed 's/"xclaim": "[^"]*"/"xclaim": "VERSION"/'
