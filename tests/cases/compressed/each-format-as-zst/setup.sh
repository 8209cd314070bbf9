# zstd frames of one raw block each: not everybody has the command.
python3 - <<'END'
import struct, sys
for name in ("desk/post.txt", "desk/note.md", "desk/wire.jsonl", "desk/old.ndjson"):
    text = open(name, "rb").read()
    frame = b"\x28\xb5\x2f\xfd\x00\x38" + struct.pack("<I", len(text) << 3 | 1)[:3] + text
    open(name + ".zst", "wb").write(frame)
END
rm desk/post.txt desk/note.md desk/wire.jsonl desk/old.ndjson
