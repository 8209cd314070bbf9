{
    printf 'xclaim: 1\ntopic: market\nclaims: '
    awk 'BEGIN { for (i = 0; i < 10000; i++) printf "["; for (i = 0; i < 10000; i++) printf "]" }'
    echo
} > rules.yaml
