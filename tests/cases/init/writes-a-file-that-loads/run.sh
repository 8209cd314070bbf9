"$XCLAIM" init && cat xclaim.yaml && mkdir rules && "$XCLAIM" new -o rules/gala.yaml gala && "$XCLAIM" lint --fail-on note && "$XCLAIM" test
