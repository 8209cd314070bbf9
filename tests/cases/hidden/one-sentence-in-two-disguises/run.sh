# A copy with look-alikes and zero-width characters is one origin with what it was made of.
printf 'The mayor said on Monday that Ana Velasquez lit the lantern at dusk.\n' > a.txt
printf 'The m\320\260yor said on Mon\342\200\213day that Ana Velasquez lit the lantern at dusk.\n' > b.txt
"$XCLAIM" report -r rules.yaml a.txt b.txt
