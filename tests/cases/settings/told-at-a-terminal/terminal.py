"""Runs a command whose standard error is a terminal, and prints what was written there."""
import os
import pty
import subprocess
import sys

reader, terminal = pty.openpty()
done = subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, stderr=terminal,
                      env=dict(os.environ, NO_COLOR="1"), check=False)
os.close(terminal)
told = b""
while True:
    try:
        piece = os.read(reader, 4096)
    except OSError:
        break
    if not piece:
        break
    told += piece
print(told.decode().replace("\r", ""), end="")
sys.exit(done.returncode)
