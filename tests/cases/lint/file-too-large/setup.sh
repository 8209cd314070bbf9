awk 'BEGIN { print "xclaim: 1\ntopic: market\ntags:"; for (i = 0; i < 2097200; i++) print "- " }' > rules.yaml
