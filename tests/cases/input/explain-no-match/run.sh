# What the pattern missed; the compiled pattern is no contract.
"$XCLAIM" explain -r rules.yaml market/moved a.txt |
    sed -n -e '/^confirm/p' -e '/came nearest/,$p'
