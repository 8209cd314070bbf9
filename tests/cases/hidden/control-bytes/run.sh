# A bell, a backspace and an escape sequence.
printf 'Ana Vel\007asquez l\010it the \033[1mlantern\033[0m.\n' > hidden.txt
printf 'Ana Velasquez lit the lantern.\n' > plain.txt
"$XCLAIM" report -r rules.yaml -f text hidden.txt plain.txt
