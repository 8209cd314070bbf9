gzip -n desk/post.txt desk/wire.jsonl
