# Of nineteen words in disguise sixteen are kept, and the other three are counted.
word=$(printf 'c\320\260ndle')
printf 'Vel\320\260squez lit the lantern' > hidden.txt
for n in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18; do
    printf ' by %s' "$word" >> hidden.txt
done
echo '.' >> hidden.txt
"$XCLAIM" report -r rules.yaml hidden.txt | grep -A 6 'hidden text'
"$XCLAIM" report -r rules.yaml -f json hidden.txt > report.json
grep -c '"word": "' report.json
grep -B 2 -A 6 '"word": null' report.json
