"$XCLAIM" report a.txt && "$XCLAIM" explain moved a.txt | grep -B3 "decisions.yaml"
