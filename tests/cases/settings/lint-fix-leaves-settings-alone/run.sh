"$XCLAIM" lint --fix; "$XCLAIM" lint --fix xclaim.yaml; cat xclaim.yaml
