name="$(printf 'po\033[31mst.txt')"
echo 'The market was moved.' > "$name"
"$XCLAIM" report -r rules.yaml "$name" missing"$name"
