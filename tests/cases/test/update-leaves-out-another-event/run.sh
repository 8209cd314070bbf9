yes '' | "$XCLAIM" test --update rules.yaml --from a.txt 2>&1
cat rules.yaml
