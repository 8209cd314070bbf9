"$XCLAIM" origins -f json a.md b.md c.md d.md >one
"$XCLAIM" origins -f json d.md c.md b.md a.md >two
"$XCLAIM" origins -f json . >three
sed 's|"\./|"|' three >four
cmp one two && cmp one four && echo same
