"$XCLAIM" report -r rules.yaml -f ndjson post.txt gone.txt 2> /dev/null |
    sed 's/"xclaim": "[^"]*"/"xclaim": "VERSION"/'
