"$XCLAIM" report -r rules.yaml -f json a.txt b.txt |
    grep -E '"(position|stance|kind|name|quoted)": ' | sed 's/^ *//'
