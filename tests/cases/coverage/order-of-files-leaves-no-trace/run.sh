"$XCLAIM" coverage -r rules.yaml a.txt b.txt >one
"$XCLAIM" coverage -r rules.yaml b.txt a.txt | cmp - one && echo same
