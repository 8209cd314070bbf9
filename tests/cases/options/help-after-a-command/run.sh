"$XCLAIM" help report > a
"$XCLAIM" report --help > b
cmp a b
