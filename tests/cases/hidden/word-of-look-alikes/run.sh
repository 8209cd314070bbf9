# The whole word is Cyrillic, and the sentence is Latin.
printf 'Velasquez lit \320\260 lantern to \321\201\320\276\321\200\320\265.\n' > hidden.txt
printf 'Velasquez lit a lantern to cope.\n' > plain.txt
"$XCLAIM" report -r rules.yaml -f text hidden.txt plain.txt
