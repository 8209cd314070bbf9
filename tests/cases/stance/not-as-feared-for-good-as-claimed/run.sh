"$XCLAIM" report -r rules.yaml -f json a.txt |
    grep -E '"(stance|kind|name|text)": ' | sed 's/^ *//'
