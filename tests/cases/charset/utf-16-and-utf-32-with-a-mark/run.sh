# Each is read as the same text in UTF-8 is, after its name.
"$XCLAIM" source desk/utf-16-le.txt.gz desk/utf-16-le.md.gz desk/utf-16-le.jsonl.gz > one
for name in utf-16-be utf-32-le utf-32-be; do
    "$XCLAIM" source desk/$name.txt desk/$name.md desk/$name.jsonl | sed "s/$name/utf-16-le/" > other
    sed 's/\.gz//' one | diff - other
done
cat one
