gzip -n desk/post.txt desk/note.md desk/wire.jsonl desk/old.ndjson
