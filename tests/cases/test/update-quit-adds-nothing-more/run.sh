printf 's\nmaybe\nq\na\n' | "$XCLAIM" test --update rules.yaml --from a.txt
echo "exit $?"
cmp rules.yaml before.yaml && echo unchanged
