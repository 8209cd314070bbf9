#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""README shows real output: every block that follows "$ command" is run and compared.

    check-readme.py BINARY README [--update] [--scratch]

Commands run in the file's own folder, with `xclaim` standing for BINARY; with --scratch in a
new folder that holds a copy of the project's corpus/, one after another.  A block of YAML or TSV
that begins with "# NAME.yaml" ("# FOLDER/NAME.tsv") is what the reader saves under that name.
"""
import os
import re
import shutil
import subprocess
import sys
import tempfile

BLOCK = re.compile(r"^```console\n\$ (?P<command>[^\n]+)\n(?P<output>.*?)^```$|"
                   r"^```(?:yaml|tsv)\n(?P<file># (?P<name>[\w/-]+\.(?:yaml|tsv))\n.*?)^```$",
                   re.M | re.S)


def run(binary, command, folder):
    path = os.path.dirname(os.path.abspath(binary)) + os.pathsep + os.environ["PATH"]
    done = subprocess.run(["sh", "-c", command], cwd=folder, capture_output=True, text=True,
                          env=dict(os.environ, PATH=path), check=False)
    return done.stdout + done.stderr


def main():
    readme = sys.argv[2]
    folder = os.path.dirname(os.path.abspath(readme))
    if "--scratch" not in sys.argv:
        return check(readme, folder)
    with tempfile.TemporaryDirectory(prefix="xclaim-readme-") as scratch:
        root = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
        shutil.copytree(os.path.join(root, "corpus"), os.path.join(scratch, "corpus"))
        return check(readme, scratch)


def check(readme, folder):
    binary = sys.argv[1]
    with open(readme, encoding="utf-8") as file:
        text = file.read()
    failures = []
    n = 0

    def compare(match):
        nonlocal n
        if match.group("file"):
            path = os.path.join(folder, match.group("name"))
            os.makedirs(os.path.dirname(path), exist_ok=True)
            with open(path, "w", encoding="utf-8") as saved:
                saved.write(match.group("file"))
            return match.group(0)
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
        print(os.path.basename(readme) + " does not show what comes out of:\n" + failure)
    print("%s: %d passed, %d failed" % (os.path.basename(readme), n - len(failures), len(failures)))
    return 1 if failures or n == 0 else 0


if __name__ == "__main__":
    sys.exit(main())
