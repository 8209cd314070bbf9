"$XCLAIM" report -r rules.yaml -f json a.txt |
    grep -E '"(quote|before|after|line|column|start|end)": ' | sed 's/^ *//'
