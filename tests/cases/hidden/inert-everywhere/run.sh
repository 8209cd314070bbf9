# Every field of an article, its name, a rule file and the command line hold escape sequences,
# C1 controls and direction overrides.  No output holds one of them raw.
esc=$(printf '\033[31m\302\233\342\200\256\007')
mkdir 'articles'
name="articles/post$esc.md"
printf -- '---\npublisher: "The %s Post"\ntitle: "Night %s"\nauthor: "A %s"\nurl: "http://x.example/%s"\n---\n# Head %s\n\nVelasquez lit %s the lantern, said Ana %s Ruiz. “Velasquez did not light the lantern,” the %s mayor said.\n' \
    '\e[31m\u009b\u202e' '\e]0;x\a\u2066' '\e\u200f' '\e' "$esc" "$esc" "$esc" "$esc" > "$name"
printf '{"id": "i\\u001b[2J\\u009b\\u202e", "publisher": "P\\u001b\\u202e", "title": "T\\u0007\\u2067", "author": "A\\u009b", "url": "u\\u001b", "language": "en", "text": "Velasquez\\u001b lit\\u009b the\\u061c lantern\\u007f."}\n{"id": "\\u001b", "text": 3, %s}\n' "$esc" > "articles/desk$esc.jsonl"
cat > "rules$esc.yaml" << 'END'
xclaim: 1
topic: lantern
title: "The \e[31m lantern \u202e \u009b"
about: [Velasquez]
claims:
  - id: lit
    statement: "Velasquez \e[1m lit the lantern \u2066 \x9b \x7f."
    match: "Velasquez .. light .. lantern"
END
printf 'xclaim: 1\ntopic: bad\nclaims: [{id: "a\\e", statement: s, match: "(\\e\\u202e", "x\\u009b": 1}]\n' > "bad$esc.yaml"
printf 'xclaim: 1\ntopic: %s\n' "$esc" > "raw$esc.yaml"
for format in text json markdown; do
    "$XCLAIM" report -r "rules$esc.yaml" -f $format articles "gone$esc" > report.$format 2> report-errors.$format
done
"$XCLAIM" source articles/* > source.text 2> source-errors.text
"$XCLAIM" source -f json articles/* > source.json 2> source-errors.json
"$XCLAIM" explain -r "rules$esc.yaml" lit articles/* > explain.text 2> explain-errors.text
"$XCLAIM" report -r "bad$esc.yaml" -r "raw$esc.yaml" articles > bad-rules.text 2>&1
"$XCLAIM" "unknown$esc" > usage-1.text 2>&1
"$XCLAIM" report "--unknown$esc" > usage-2.text 2>&1
"$XCLAIM" report -f "unknown$esc" articles > usage-3.text 2>&1
"$XCLAIM" report -r "rules$esc.yaml" --claim "unknown$esc" articles > usage-4.text 2>&1
"$XCLAIM" explain -r "rules$esc.yaml" "unknown$esc" articles > usage-5.text 2>&1
"$XCLAIM" help "unknown$esc" > usage-6.text 2>&1
"$XCLAIM" report -r "rules$esc.yaml" -o "gone$esc/x" articles > usage-7.text 2>&1
for file in report.* report-errors.* source* explain* bad-rules.text usage-*; do
    [ -s "$file" ] || echo "$file is empty"
    n=$(LC_ALL=C tr -cd '\000-\011\013-\037\177' < "$file" | wc -c)
    [ "$n" -eq 0 ] || echo "$file: $n control bytes"
    # C1 in UTF-8, the direction controls, and bytes that are no UTF-8.
    LC_ALL=C grep -a -n -e "$(printf '\302[\200-\237]')" -e "$(printf '\330\234')" \
        -e "$(printf '\342\200[\216\217\252-\256]')" -e "$(printf '\342\201[\246-\251]')" "$file" &&
        echo "$file: C1 or direction control"
    iconv -f UTF-8 -t UTF-8 "$file" > valid.out || echo "$file is no UTF-8"
done
cat report.text usage-1.text usage-3.text
