# Stored, not packed, so that the cut is where it is whatever the library's version.
python3 - <<'END'
import gzip
packed = gzip.compress(open("desk.jsonl", "rb").read(), 0, mtime=0)
open("desk.jsonl.gz", "wb").write(packed[:130])
END
rm desk.jsonl
