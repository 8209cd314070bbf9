"$XCLAIM" lint --fix rules.yaml
od -c rules.yaml | head -n 7
