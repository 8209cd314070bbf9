# 10 GB of zeros, packed: one megabyte's worth of blocks, again and again.
python3 - <<'END'
import zlib
packer = zlib.compressobj(9, zlib.DEFLATED, -15)
packer.compress(b"\0" * (1 << 20))
packer.flush(zlib.Z_FULL_FLUSH)
piece = packer.compress(b"\0" * (1 << 20)) + packer.flush(zlib.Z_FULL_FLUSH)
head = b"\x1f\x8b\x08\0\0\0\0\0\0\x03"
for name in ("bomb.txt.gz", "bomb.md.gz", "bomb.jsonl.gz"):
    open(name, "wb").write(head + piece * 10000)
END
gzip -c wire.jsonl > late.jsonl.gz
cat bomb.jsonl.gz >> late.jsonl.gz
