for when in old new; do
    (cd $when && "$XCLAIM" report -r ../rules-$when.yaml -f json -o ../$when.json keeper.txt)
done
"$XCLAIM" diff old.json new.json
