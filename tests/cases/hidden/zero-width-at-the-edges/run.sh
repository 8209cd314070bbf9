# Between words and around the sentence; the next sentence holds none.
printf 'It rained. \342\200\213Ana Velasquez\342\200\213 lit the lantern.\342\200\213 Velasquez lit the lantern twice.\n' > hidden.txt
printf 'It rained. Ana Velasquez lit the lantern. Velasquez lit the lantern twice.\n' > plain.txt
"$XCLAIM" report -r rules.yaml -f text hidden.txt plain.txt
