# 65 MiB that pack about 2 to 1: one MiB, again and again.
python3 - <<'END'
import hashlib, zlib
text = b"".join(hashlib.sha256(b"%d" % i).hexdigest().encode() for i in range(1 << 14))
packer = zlib.compressobj(1, zlib.DEFLATED, -15)
piece = packer.compress(text) + packer.flush(zlib.Z_FULL_FLUSH)
open("long.txt.gz", "wb").write(b"\x1f\x8b\x08\0\0\0\0\0\0\x03" + piece * 65)
END
