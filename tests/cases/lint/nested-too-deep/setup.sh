awk 'BEGIN { printf "xclaim: 1\ntopic: market\nclaims: "; for (i = 0; i < 70; i++) printf "["; print "" }' > rules.yaml
