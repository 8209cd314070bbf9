# A Cyrillic a and e, a Greek omicron, a full-width n.
printf 'An\320\260 V\320\265lasquez lit the la\357\275\216tern f\316\277r us.\n' > hidden.txt
printf 'Ana Velasquez lit the lantern for us.\n' > plain.txt
"$XCLAIM" report -r rules.yaml -f text hidden.txt plain.txt
