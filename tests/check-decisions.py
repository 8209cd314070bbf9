#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""docs/decisions.md tells the truth, and docs/decisions.schema.json says what the loader says.

    check-decisions.py [--update] BINARY DOCUMENT SCHEMA DECISIONS...

The blocks of the page that have a file's name are written to a folder, one after the other;
a console block is a command run there, and what it prints (errors first).  A block of
suppressions is tried as front matter.  --update writes what was printed into the page.

Each of the files DECISIONS, and of GOOD and BAD, is loaded; when the loader finds nothing
wrong with it, the schema must not either, and when it finds what a schema can see, the
schema must, too.  Without python3-jsonschema and python3-yaml that is left out.
"""
import json
import os
import re
import subprocess
import sys
import tempfile

try:
    import jsonschema
    import yaml
except ImportError:
    jsonschema = None

BLOCK = re.compile(r"^```(\w+)(?: (\S+))?\n(.*?)^```$", re.M | re.S)
RULES = "xclaim: 1\ntopic: t\nclaims:\n  - {id: c, statement: It shut., match: shut}\n"
HEAD = "xclaim: 1\ndecisions:\n"
ENTRY = "- {claim: %s, quote: %s, decision: %s, reason: %s, date: %s%s}\n"
GOOD = [
    "xclaim: 1\ndecisions: []\n",
    "xclaim: 1\ndecisions:\n",
    HEAD + ENTRY % ("c", "it shut", "denied", "r", "2031-05-09", ""),
    HEAD + ENTRY % ("t/c.1_d-e", "7", "not-about", "true", "2031-05-09", ", by: 3"),
    HEAD + ENTRY % ("c", "q", "hedged", "r", "'2031-05-09'", ", source: a/b.md"),
]
BAD = [
    "decisions: []\n",
    "xclaim: 1\n",
    "xclaim: 2\ndecisions: []\n",
    "xclaim: '1'\ndecisions: []\n",
    "xclaim: 1\ndecisions: {}\n",
    "xclaim: 1\ndecisions: [c]\n",
    "xclaim: 1\ndecisions: []\nnote: n\n",
    HEAD + ENTRY % ("a b", "q", "denied", "r", "2031-05-09", ""),
    HEAD + ENTRY % ("a/b/c", "q", "denied", "r", "2031-05-09", ""),
    HEAD + ENTRY % ("/c", "q", "denied", "r", "2031-05-09", ""),
    HEAD + ENTRY % ("c", "''", "denied", "r", "2031-05-09", ""),
    HEAD + ENTRY % ("c", "[q]", "denied", "r", "2031-05-09", ""),
    HEAD + ENTRY % ("c", "q", "denies", "r", "2031-05-09", ""),
    HEAD + ENTRY % ("c", "q", "denied", "' '", "2031-05-09", ""),
    HEAD + ENTRY % ("c", "q", "denied", "r", "2031-05", ""),
    HEAD + ENTRY % ("c", "q", "denied", "r", "2031-05-09T10:00", ""),
    HEAD + ENTRY % ("c", "q", "denied", "r", "2031-05-09", ", by: "),
    HEAD + ENTRY % ("c", "q", "denied", "r", "2031-05-09", ", until: 2031-05-10"),
    HEAD + "- {quote: q, decision: denied, reason: r, date: 2031-05-09}\n",
    HEAD + "- {claim: c, decision: denied, reason: r, date: 2031-05-09}\n",
    HEAD + "- {claim: c, quote: q, reason: r, date: 2031-05-09}\n",
    HEAD + "- {claim: c, quote: q, decision: denied, date: 2031-05-09}\n",
    HEAD + "- {claim: c, quote: q, decision: denied, reason: r}\n",
]
# Faults that no schema sees: of YAML itself, of the calendar, between two entries.
UNSEEN = re.compile(r": (duplicate key|there is no \d|'.*' holds no word|decided twice)", re.S)


def shut(folder):
    """No xclaim.yaml above it is looked for."""
    os.mkdir(os.path.join(folder, ".git"))


def write(folder, name, text):
    with open(os.path.join(folder, name), "w", encoding="utf-8") as file:
        file.write(text)


def run(binary, folder, arguments):
    done = subprocess.run([binary, *arguments], cwd=folder, capture_output=True, text=True,
                          check=False, stdin=subprocess.DEVNULL)
    return done.returncode, done.stdout, done.stderr


def try_suppressions(binary, folder, text):
    """As front matter, where faults are told."""
    write(folder, "tried.md", "---\n%s---\nNothing is said.\n" % text)
    code, _, said = run(binary, folder, ["report", "-r", "rules.yaml", "tried.md"])
    return "" if code == 0 and not said else said + text


def check_page(binary, text, failures):
    """The page as it should be."""
    n = 0
    with tempfile.TemporaryDirectory() as folder:
        shut(folder)

        def block(match):
            nonlocal n
            kind, name, inner = match.groups()
            n += 1
            if kind == "console":
                command = inner.split("\n", 1)[0]
                _, out, said = run(binary, folder, command.split()[2:])
                told = "%s\n%s%s" % (command, said, out)
                if told != inner:
                    failures.append("%s\n%s\nnot\n%s" % (command, told, inner))
                return "```console\n%s```" % told
            if name == "suppressions":
                failures.extend(filter(None, [try_suppressions(binary, folder, inner)]))
            elif name:
                write(folder, name, inner)
            return match.group()

        made = BLOCK.sub(block, text)
    if n < 10:
        failures.append("only %d blocks in the page" % n)
    return made


def check_words(text, schema, failures):
    """The two tables of the page, against the schema."""
    for heading, known in (
        ("Keys of the file", schema["properties"]),
        ("Keys of a decision", schema["$defs"]["decision"]["properties"]),
    ):
        table = text.split("\n### %s\n" % heading, 1)[1].split("\n#", 1)[0]
        keys = re.findall(r"^\| `([a-z]+)` \|", table, re.M)
        if keys != list(known):
            failures.append("%s: %s, but the schema has %s" % (heading, keys, list(known)))


def make_loader():
    """Plain scalars by the core schema of YAML 1.2: a date is a text."""

    class Loader(yaml.SafeLoader):
        yaml_implicit_resolvers = {}

    for tag, expression, first in (
        ("null", r"(~|null|Null|NULL|)\Z", "~nN\0"),
        ("bool", r"(true|True|TRUE|false|False|FALSE)\Z", "tTfF"),
        ("int", r"[-+]?[0-9]+\Z", "-+0123456789"),
    ):
        Loader.add_implicit_resolver("tag:yaml.org,2002:" + tag, re.compile(expression),
                                     [""] + list(first))
    return Loader


def check_schema(binary, schema, texts, failures):
    """texts: what is loaded, with True or False where it must be right or wrong, or None."""
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    loader = make_loader()
    with tempfile.TemporaryDirectory() as folder:
        shut(folder)
        write(folder, "rules.yaml", RULES)
        write(folder, "a.txt", "It shut.\n")
        for text, expected in texts:
            write(folder, "d.yaml", text)
            code, _, said = run(binary, folder, ["report", "-r", "rules.yaml", "--decisions",
                                                 "d.yaml", "a.txt"])
            if code not in (0, 2) or expected not in (None, code == 0):
                failures.append("the loader ends with %d\n%s%s" % (code, text, said))
                continue
            try:
                errors = [e.message for e in validator.iter_errors(yaml.load(text, loader))]
            except yaml.YAMLError:
                errors = ["no YAML"]
            if code == 0 and errors:
                failures.append("the schema refuses: %s\n%s" % (errors, text))
            faults = [line for line in said.splitlines() if line.startswith("d.yaml:")]
            if code == 2 and not errors and not all(map(UNSEEN.search, faults)):
                failures.append("the schema does not see:\n%s%s" % (said, text))


def main(arguments):
    update = arguments[:1] == ["--update"]
    binary, document, schema, *files = arguments[update:]
    binary = os.path.abspath(binary)
    failures = []
    with open(document, encoding="utf-8") as file:
        text = file.read()
    with open(schema, encoding="utf-8") as file:
        schema = json.load(file)
    made = check_page(binary, text, failures)
    if update:
        with open(document, "w", encoding="utf-8") as file:
            file.write(made)
        return 0
    check_words(text, schema, failures)
    texts = [(text, True) for text in GOOD] + [(text, False) for text in BAD]
    for path in files:
        with open(path, encoding="utf-8") as file:
            texts.append((file.read(), None))
    if jsonschema is None:
        print("decisions: the schema was not tried")
    else:
        check_schema(binary, schema, texts, failures)
    for failure in failures:
        print(failure)
    print("decisions: %d failures" % len(failures))
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
