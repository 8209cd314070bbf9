# 327,680 places in one article: all of it is read, and it is told that flags are missing.
words=$(printf 'it\342\200\213 was\342\200\213 the\342\200\213 end\342\200\213 of\342\200\213 ')
for _ in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16; do
    words="$words $words"
done
printf 'Velasquez lit the lan\342\200\213tern.\n\n%s\n\nVelasquez l\342\200\213it the lantern twice.\n' \
    "$words" > hidden.txt
"$XCLAIM" report -r rules.yaml hidden.txt
