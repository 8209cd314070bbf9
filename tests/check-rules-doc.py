#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""docs/rules.md tells the truth: its rule files pass their examples, and each line of its tables
of patterns matches what it says, and not what it says it does not.

    check-rules-doc.py BINARY DOCUMENT
"""
import re
import subprocess
import sys
import tempfile

FILE = re.compile(r"^```yaml\n(xclaim: 1\n.*?)^```$", re.M | re.S)
CELL = re.compile(r"(?<!\\)\|")


def rows(text, heading):
    """The cells of the lines of the table that has this heading; `\\|` is a bar."""
    table = text.split("\n" + heading + "\n", 1)[1]
    lines = table.split("\n\n", 1)[0].splitlines()[1:]
    for line in lines:
        yield [cell.strip().replace("\\|", "|") for cell in CELL.split(line)[1:-1]]


def explain(binary, pattern, sentence):
    done = subprocess.run([binary, "explain", "--pattern", pattern, "--text", sentence],
                          capture_output=True, text=True, check=True)
    return done.stdout


def check_file(binary, rules, failures):
    with tempfile.NamedTemporaryFile("w", suffix=".yaml", encoding="utf-8") as file:
        file.write(rules)
        file.flush()
        for command in (["test", "--require-examples"], ["lint", "--fail-on", "warning"]):
            done = subprocess.run([binary, *command, file.name], capture_output=True, text=True,
                                  check=False)
            if done.returncode != 0:
                failures.append("\n".join(["xclaim " + command[0], done.stdout, done.stderr]))


def main():
    binary, document = sys.argv[1:3]
    with open(document, encoding="utf-8") as file:
        text = file.read()
    failures = []
    n = 0
    for rules in FILE.findall(text):
        n += 1
        check_file(binary, rules, failures)
    for pattern, _, yes, no in rows(text, "| write | it means | matches | does not match |"):
        pattern = pattern.strip("`")
        n += 1
        if "\nmention " not in explain(binary, pattern, yes):
            failures.append("%s should match: %s" % (pattern, yes))
        if "\nmention " in explain(binary, pattern, no):
            failures.append("%s should not match: %s" % (pattern, no))
    for kind, pattern, value, sentence in rows(text, "| kind | pattern | catches | in |"):
        n += 1
        said = explain(binary, pattern.strip("`"), sentence)
        if "value: n (%s) from '%s'" % (kind, value) not in said:
            failures.append("%s does not catch '%s'\n%s" % (pattern, value, said))
    for failure in failures:
        print(failure)
    print("rules-doc: %d passed, %d failed" % (n - len(failures), len(failures)))
    return 1 if failures or n < 20 else 0


if __name__ == "__main__":
    sys.exit(main())
