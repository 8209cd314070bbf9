escape=$(printf '\033')
script -qec 'stty cols 80; TERM=xterm "$XCLAIM" report -r rules.yaml post.txt' /dev/null |
    tr -d '\r' > terminal.txt
"$XCLAIM" report -r rules.yaml post.txt > plain.txt
grep -q "$escape\[[0-9;]*mSINGLE-SOURCE$escape\[0m" terminal.txt && echo "the verdict is coloured"
sed "s/$escape\[[0-9;]*m//g" terminal.txt | cmp - plain.txt && echo "nothing else differs"
