# As a log is rotated and a tape is padded.
{ gzip -c first.jsonl; gzip -c empty.jsonl; gzip -c second.jsonl; head -c 500 /dev/zero; } > all.jsonl.gz
"$XCLAIM" source all.jsonl.gz
