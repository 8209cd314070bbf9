# A flag, and what it is about.
printf 'Vel\320\260squez lit the lan\342\200\213tern.\n' > hidden.txt
printf 'Velasquez lit the lantern.\n' > plain.txt
"$XCLAIM" report -r rules.yaml -f json hidden.txt plain.txt
