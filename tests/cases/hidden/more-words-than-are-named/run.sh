# Four words in disguise are named, the other three counted.
printf 'Vel\320\260squez l\321\226t th\320\265 l\320\260ntern f\320\276r \320\260ll \320\276f us.\n' > hidden.txt
printf 'Velasquez lit the lantern for all of us.\n' > plain.txt
"$XCLAIM" report -r rules.yaml -f text hidden.txt plain.txt
