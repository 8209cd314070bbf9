for when in old new; do
    (cd $when && "$XCLAIM" report -r ../rules.yaml -f json -o ../$when.json *.txt)
done
"$XCLAIM" diff old.json new.json
"$XCLAIM" diff -f json old.json new.json | sed -n '/"grouping"/,/]/p'
"$XCLAIM" diff -f markdown old.json new.json | tail -n 1
