sed 's/$/\r/' rules.yaml > dos.yaml
printf '\n\n' | "$XCLAIM" test --update dos.yaml --from a.txt
tr '\r' '~' < dos.yaml
