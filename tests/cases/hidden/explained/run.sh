# What `explain` says of the same sentence with hidden text and without.
printf 'Vel\320\260squez lit the lan\342\200\213tern.\n' > hidden.txt
printf 'Velasquez lit the lantern.\n' > plain.txt
"$XCLAIM" explain -r rules.yaml lit hidden.txt plain.txt
