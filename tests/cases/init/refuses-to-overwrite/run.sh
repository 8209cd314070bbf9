"$XCLAIM" init; echo $?; cat xclaim.yaml
