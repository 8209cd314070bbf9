"$XCLAIM" report -r rules.yaml -f json a.md b.md |
    grep -E '"(stance|kind|name|text)": ' | sed 's/^ *//'
