"$XCLAIM" new -o gala.yaml lantern-gala && "$XCLAIM" test --require-examples gala.yaml
