for when in old new; do
    (cd $when && "$XCLAIM" report -r ../rules.yaml -f json -o ../$when.json *.txt)
done
sed -i 's/"xclaim": "[^"]*"/"xclaim": "9.9.9"/' old.json
sed -i 's/"xclaim": "[^"]*"/"xclaim": "9.9.10"/' new.json
"$XCLAIM" diff old.json new.json
