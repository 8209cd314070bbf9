"$XCLAIM" report -r rules.yaml - <<'END'
{"id": "a", "publisher": "Ellery Post", "title": "Market moved", "published": "2031-03-02", "text": "There is more room at the harbour."}
{"id": "b", "text": "The market was never moved, the baker said."}
END
