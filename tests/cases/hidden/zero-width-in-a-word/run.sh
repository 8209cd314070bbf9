# A zero-width space, joiner and non-joiner.
printf 'Ana Vel\342\200\213asquez l\342\200\214it the lan\342\200\215tern at dusk.\n' > hidden.txt
printf 'Ana Velasquez lit the lantern at dusk.\n' > plain.txt
"$XCLAIM" report -r rules.yaml -f text hidden.txt plain.txt
