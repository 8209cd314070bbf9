# A byte-order mark, soft hyphens, an emoji of several characters, a direction mark beside
# Hebrew, a non-joiner in Persian: what good writing needs is not flagged.
printf '\357\273\277Velasquez lit the lan\302\255tern \360\237\221\251\342\200\215\360\237\232\200 \342\235\244\357\270\217.\n' > emoji.txt
printf 'Velasquez lit the lantern (\327\251\327\234\327\225\327\235\342\200\217) for \331\205\333\214\342\200\214\330\256\331\210\330\247\331\207\331\205.\n' > script.txt
# The same marks where nothing needs them are.
printf 'Velasquez lit the lan\342\200\215tern (\342\200\217) for us.\n' > hidden.txt
"$XCLAIM" report -r rules.yaml emoji.txt hidden.txt script.txt
