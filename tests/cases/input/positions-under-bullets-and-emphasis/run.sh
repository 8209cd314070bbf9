"$XCLAIM" report -r rules.yaml -f json a.txt b.md |
    grep -E '"(source|quote|line|column|start|end)": ' | sed 's/^ *//'
