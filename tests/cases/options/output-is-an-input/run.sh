ln -s a.txt link.txt
"$XCLAIM" report -r rules.yaml -o a.txt a.txt; echo "exit $?"
"$XCLAIM" report -r rules.yaml -o rules.yaml a.txt; echo "exit $?"
"$XCLAIM" report -r rules.yaml -o link.txt a.txt; echo "exit $?"
"$XCLAIM" test -o rules.yaml rules.yaml; echo "exit $?"
"$XCLAIM" origins -o a.txt a.txt; echo "exit $?"
cat a.txt
"$XCLAIM" report -r rules.yaml -o new.txt a.txt; echo "exit $?"
"$XCLAIM" report -r rules.yaml -o new.txt a.txt; echo "exit $?"
