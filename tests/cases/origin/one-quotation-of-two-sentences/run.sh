"$XCLAIM" report -r rules.yaml -f json a.txt |
    grep -E '"(verdict|origins)": ' | sed 's/^ *//'
