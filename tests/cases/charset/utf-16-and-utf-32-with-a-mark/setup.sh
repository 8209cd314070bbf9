# Lines ended by CR LF, as the editors that write UTF-16 end them.
mkdir desk
python3 - <<'END'
TEXT = "date 2031-03-02\r\nMarket moved to the café\r\n\r\nThe market was moved.\r\n"
NOTE = "---\r\npublisher: Ellery Post\r\n---\r\n# Café\r\n\r\nIt was *moved*. 😀\r\n"
LINES = '{"id": "a", "text": "The café moved."}\r\n{"id": "b", "text": "Not 😀."}\r\n'
for name in ("utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"):
    for text, ending in ((TEXT, "txt"), (NOTE, "md"), (LINES, "jsonl")):
        open("desk/%s.%s" % (name, ending), "wb").write(("\ufeff" + text).encode(name))
END
gzip -n desk/utf-16-le.*
