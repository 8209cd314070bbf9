"$XCLAIM" check -r rules.yaml --against record --write-baseline known.json new.md
echo "exit $?"
printf 'Four people died there.\n' >record/b.md
printf '\nThree people died there.\n' >>new.md
sed -i '5i\
The ferry ran.\
' new.md
"$XCLAIM" check -r rules.yaml --against record --baseline known.json new.md
echo "exit $?"
