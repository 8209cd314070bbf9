cd desk/monday && "$XCLAIM" test && mkdir rules && echo "xclaim: 2" > rules/a.yaml && "$XCLAIM" test
