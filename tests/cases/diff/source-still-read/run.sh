for when in old new; do
    (cd $when && "$XCLAIM" report -r ../rules.yaml -f json -o ../$when.json *.txt)
done
"$XCLAIM" diff old.json new.json
