"$XCLAIM" report -r rules.yaml -f json a.md b.md |
    grep -E '"(position|stance|kind|name|quoted)": ' | sed 's/^ *//'
