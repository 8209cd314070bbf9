{ gzip -c wire.jsonl; echo 'and more'; } > wire.jsonl.gz
{ gzip -c post.txt; echo 'and more'; } > post.txt.gz
