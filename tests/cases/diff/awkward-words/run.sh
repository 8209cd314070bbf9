"$XCLAIM" diff old.json new.json
"$XCLAIM" diff -f markdown old.json new.json
"$XCLAIM" diff -f json old.json new.json
