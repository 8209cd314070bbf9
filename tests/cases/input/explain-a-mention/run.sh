# From the mention on; the compiled pattern is no contract.
"$XCLAIM" explain -r rules.yaml moved a.txt |
    sed -n '/^mention/,/^$/p'
