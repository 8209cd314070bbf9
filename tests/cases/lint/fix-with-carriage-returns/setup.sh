printf '\357\273\277xclaim: 1\r\ntopic: market\r\nabout:\r\n- market\r\n- market\r\n' > rules.yaml
printf 'claims:\r\n- {id: moved, statement: It was moved., match: market}\r\n' >> rules.yaml
