#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""docs/settings.md tells the truth: `xclaim lint` finds its examples right, or finds in them what
the page shows, and its tables have the keys and kinds of docs/settings.schema.json.

    check-settings-doc.py BINARY DOCUMENT SCHEMA
"""
import json
import os
import re
import subprocess
import sys
import tempfile

BLOCK = re.compile(r"^```(yaml|console)\n(.*?)^```$", re.M | re.S)
CELL = re.compile(r"^\| `([a-z-]+)` \|", re.M)
# What the examples name, beside xclaim.yaml.
BESIDE = {
    "rules/gala.yaml": "xclaim: 1\ntopic: gala\nclaims:\n  - id: guests\n"
                       "    statement: Forty guests came.\n"
                       "    match: \"guest .. come\"\n"
                       "    examples: {asserts: [\"Forty guests came.\"]}\n",
    "lexicon/speakers.tsv": "quaymaster\tinstitution\n",
    "articles/note.txt": "Forty guests came.\n",
    "decisions.yaml": "xclaim: 1\n",
}


def examples(text):
    """Each file with what is shown of a command run beside it; None when nothing is."""
    blocks = BLOCK.findall(text)
    for i, (kind, block) in enumerate(blocks):
        if kind != "yaml":
            continue
        settings = block if "xclaim: 1" in block else "xclaim: 1\n" + block
        shown = blocks[i + 1][1] if blocks[i + 1:i + 2] and blocks[i + 1][0] == "console" else None
        yield settings, shown


def run(binary, settings, arguments):
    with tempfile.TemporaryDirectory() as folder:
        for name, content in dict(BESIDE, **{"xclaim.yaml": settings}).items():
            path = os.path.join(folder, name)
            os.makedirs(os.path.dirname(path), exist_ok=True)
            with open(path, "w", encoding="utf-8") as file:
                file.write(content)
        done = subprocess.run([binary, *arguments], cwd=folder, capture_output=True, text=True,
                              check=False)
    return done.returncode, done.stdout + done.stderr


def check_example(binary, settings, shown):
    """What is wrong with the example; None when nothing is."""
    if shown is None:
        code, said = run(binary, settings, ["lint", "--fail-on", "note"])
        return None if code == 0 else settings + said
    command, expected = shown.split("\n", 1)
    _, said = run(binary, settings, command.split()[2:])
    return None if said == expected else "%s\n%s" % (command, said)


def check_words(text, schema):
    """The two tables of the page, against the schema."""
    keys = text.split("\n## Keys\n", 1)[1]
    keys, kinds = keys.split("\n### `severities`\n", 1)
    kinds = kinds.split("\n### ", 1)[0]
    known = schema["properties"]
    for table, words in ((keys, known), (kinds, known["severities"]["properties"])):
        if CELL.findall(table) != list(words):
            yield "%s, but the schema has %s" % (CELL.findall(table), list(words))
    for kind, severity in re.findall(r"^\| `([a-z-]+)` \| (\w+) \|$", kinds, re.M):
        if "Usually %s." % severity not in known["severities"]["properties"][kind]["description"]:
            yield "%s is usually %s?" % (kind, severity)


def main():
    binary, document, schema = sys.argv[1:4]
    with open(document, encoding="utf-8") as file:
        text = file.read()
    with open(schema, encoding="utf-8") as file:
        failures = list(check_words(text, json.load(file)))
    n = 0
    for settings, shown in examples(text):
        n += 1
        failure = check_example(os.path.abspath(binary), settings, shown)
        if failure is not None:
            failures.append(failure)
    for failure in failures:
        print(failure)
    print("settings-doc: %d examples, %d failures" % (n, len(failures)))
    return 1 if failures or n < 5 else 0


if __name__ == "__main__":
    sys.exit(main())
