"$XCLAIM" report -r rules.yaml --lexicon own -f json a.txt b.txt |
    grep -E '"(stance|kind|name)": ' | sed 's/^ *//'
