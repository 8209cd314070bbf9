#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""README shows real output: every block that follows "$ command" is run and compared.

    check-readme.py BINARY README [--update]

Commands run in the source folder, with `xclaim` standing for BINARY.
"""
import os
import re
import subprocess
import sys

BLOCK = re.compile(r"^```console\n\$ (?P<command>[^\n]+)\n(?P<output>.*?)^```$", re.M | re.S)


def run(binary, command, folder):
    path = os.path.dirname(os.path.abspath(binary)) + os.pathsep + os.environ["PATH"]
    done = subprocess.run(["sh", "-c", command], cwd=folder, capture_output=True, text=True,
                          env=dict(os.environ, PATH=path), check=False)
    return done.stdout + done.stderr


def main():
    binary, readme = sys.argv[1:3]
    folder = os.path.dirname(os.path.abspath(readme))
    with open(readme, encoding="utf-8") as file:
        text = file.read()
    failures = []
    n = 0

    def compare(match):
        nonlocal n
        n += 1
        actual = run(binary, match.group("command"), folder)
        if actual != match.group("output"):
            failures.append("$ %s\n%s" % (match.group("command"), actual))
        return "```console\n$ %s\n%s```" % (match.group("command"), actual)

    updated = BLOCK.sub(compare, text)
    if "--update" in sys.argv:
        with open(readme, "w", encoding="utf-8") as file:
            file.write(updated)
        return 0
    for failure in failures:
        print("README does not show what comes out of:\n" + failure)
    print("readme: %d passed, %d failed" % (n - len(failures), len(failures)))
    return 1 if failures or n == 0 else 0


if __name__ == "__main__":
    sys.exit(main())
