"$XCLAIM" report -r rules.yaml -f json a.txt b.txt |
    grep -E '"(claim|source|stance)": "' | sed 's/^ *//'
