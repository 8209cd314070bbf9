python3 - <<'END'
import gzip
packed = bytearray(gzip.compress(b"The market was moved.\n", mtime=0))
packed[-8] ^= 1  # the checksum
open("checksum.txt.gz", "wb").write(packed)
packed[12] ^= 0x55  # the data
open("data.txt.gz", "wb").write(packed)
END
