"$XCLAIM" lint --fix -f json rules.yaml
