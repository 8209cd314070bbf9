"$XCLAIM" report -r rules.yaml -f json a.txt b.txt |
    grep -E '"(stance|kind|name|text)": ' | sed 's/^ *//'
