"$XCLAIM" explain -r rules.yaml moved a.txt | grep -A1 'came nearest'
