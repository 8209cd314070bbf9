printf '\n' | "$XCLAIM" test -r rules.yaml --update --from a.txt
echo "exit $?"
cat rules.yaml
"$XCLAIM" test rules.yaml
