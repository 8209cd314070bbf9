"$XCLAIM" report -r rules.yaml desk.jsonl > report.txt 2> errors.txt
echo "exit $?"
