# A Cyrillic o does not take the denial away.
printf 'There is n\320\276 truth to talk that Velasquez lit the lantern.\n' > hidden.txt
printf 'There is no truth to talk that Velasquez lit the lantern.\n' > plain.txt
"$XCLAIM" report -r rules.yaml -f text hidden.txt plain.txt
