# The same in Markdown.
printf 'Vel\320\260squez lit the lan\342\200\213tern.\n' > hidden.txt
printf 'Velasquez lit the lantern.\n' > plain.txt
"$XCLAIM" report -r rules.yaml -f markdown hidden.txt plain.txt
