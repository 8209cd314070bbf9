awk 'BEGIN { print "xclaim: 1\ntopic: market\ntags:"; for (i = 0; i < 1048600; i++) print "- " }' > rules.yaml
