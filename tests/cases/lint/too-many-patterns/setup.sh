awk 'BEGIN { print "xclaim: 1\ntopic: market\nclaims:\n- id: moved\n  statement: It was moved.\n  match:"; for (i = 0; i < 20001; i++) print "  - stall" i }' > rules.yaml
