"$XCLAIM" report -r rules.yaml a.txt
"$XCLAIM" report -r rules.yaml -f json a.txt |
    grep -E '"(quote|line|column|start|end)": ' | sed 's/^ *//'
