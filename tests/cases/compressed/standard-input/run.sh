gzip -c desk.jsonl | "$XCLAIM" source -
python3 - <<'END' | "$XCLAIM" source -
import struct, sys
text = open("desk.jsonl", "rb").read()
sys.stdout.buffer.write(b"\x28\xb5\x2f\xfd\x00\x38" + struct.pack("<I", len(text) << 3 | 1)[:3] + text)
END
"$XCLAIM" source - < desk.jsonl
