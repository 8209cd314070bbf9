"$XCLAIM" help > a
"$XCLAIM" --help > b
"$XCLAIM" -h > c
cmp a b && cmp b c
