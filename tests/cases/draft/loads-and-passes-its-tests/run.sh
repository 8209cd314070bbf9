"$XCLAIM" draft --from claims.txt >claims.yaml && "$XCLAIM" test claims.yaml &&
"$XCLAIM" report -r claims.yaml article.txt
