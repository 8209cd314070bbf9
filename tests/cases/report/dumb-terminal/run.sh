script -qec 'stty cols 80; TERM=dumb "$XCLAIM" report -r rules.yaml post.txt' /dev/null |
    tr -d '\r' | tr '\033' e
