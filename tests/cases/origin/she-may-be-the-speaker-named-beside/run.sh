"$XCLAIM" report -r rules.yaml a.txt
"$XCLAIM" report -r rules.yaml b.txt
