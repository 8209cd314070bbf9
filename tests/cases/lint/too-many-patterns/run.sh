"$XCLAIM" lint rules.yaml > told.txt
head -n 1 told.txt | cut -c 1-90
# Told once, however many patterns stand behind the last that is taken.
grep -c too-many-patterns told.txt
