"$XCLAIM" origins a.txt && "$XCLAIM" source a.txt
