"$XCLAIM" lint rules.yaml | cut -c 1-90
