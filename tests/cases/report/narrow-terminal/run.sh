script -qec 'stty cols 50; NO_COLOR=1 TERM=xterm "$XCLAIM" report -r rules.yaml post.txt' /dev/null |
    tr -d '\r' | tr '\033' e
