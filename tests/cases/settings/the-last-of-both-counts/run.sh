"$XCLAIM" test --no-config --config mine.yaml && "$XCLAIM" test --config mine.yaml --no-config
