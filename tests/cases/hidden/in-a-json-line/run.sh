# Escapes of JSON Lines are hidden text as well.
cat > desk.jsonl << 'END'
{"id": "hidden", "text": "Vel\u0430squez lit the \u202elantern\u202c\u001b."}
{"id": "plain", "text": "Velasquez lit the lantern."}
END
"$XCLAIM" report -r rules.yaml desk.jsonl
