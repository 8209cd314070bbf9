"$XCLAIM" lint rules.yaml | head -n 1 | cut -c 1-90

