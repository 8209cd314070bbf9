"$XCLAIM" report -r rules.yaml -f json post.txt > a
"$XCLAIM" report -rrules.yaml -fjson post.txt > b
"$XCLAIM" report --rules=rules.yaml --format=json post.txt > c
"$XCLAIM" report post.txt --rules rules.yaml --format json > d
"$XCLAIM" report -r rules.yaml -f json -- post.txt > e
for other in b c d e; do
    cmp a $other
done
wc -l < a
