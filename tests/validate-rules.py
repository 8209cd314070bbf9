#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Holds docs/rules.schema.json (or docs/settings.schema.json) to the loader, file by file.

    validate-rules.py SCHEMA BINARY RULES...

A file that `xclaim lint` finds no errors in must be what the schema says, and one
with an error that a schema can see (SEEN) must not be.  Exit code 0 when that holds for
all, 1 when not, 77 (a skipped test) when python3-jsonschema or python3-yaml is missing.
"""
import json
import re
import subprocess
import sys

try:
    import jsonschema
    import yaml
except ImportError:
    jsonschema = None

SEEN = {
    "unknown-key", "missing-key", "empty-value", "unknown-version", "bad-id", "bad-choice",
    "bad-date",
}
# Errors of the bytes, which a reader of YAML may see in its own way, or not at all.
UNREAD = {
    "not-utf-8", "control-character", "yaml-syntax", "yaml-feature", "second-document",
    "bad-key", "duplicate-key", "nested-too-deep",
}


def make_loader():
    """Plain scalars by the core schema of YAML 1.2, as editors read them: a date is a
    text, and so is "no"."""

    class Loader(yaml.SafeLoader):
        yaml_implicit_resolvers = {}

    for tag, expression, first in (
        ("null", r"(~|null|Null|NULL|)\Z", "~nN\0"),
        ("bool", r"(true|True|TRUE|false|False|FALSE)\Z", "tTfF"),
        ("int", r"[-+]?[0-9]+\Z", "-+0123456789"),
        ("float", r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?\Z", "-+.0123456789"),
    ):
        Loader.add_implicit_resolver("tag:yaml.org,2002:" + tag, re.compile(expression),
                                     [""] + list(first))
    return Loader


def lint(binary, path):
    done = subprocess.run([binary, "lint", "-f", "json", path], capture_output=True,
                          check=False)
    if done.returncode > 1:
        raise ValueError("lint ended with %d" % done.returncode)
    found = json.loads(done.stdout)["problems"]
    return {problem["code"] for problem in found if problem["level"] == "error"}


def check_file(validator, loader, binary, path):
    codes = lint(binary, path)
    if codes & UNREAD:
        return
    with open(path, encoding="utf-8-sig") as file:
        tree = yaml.load(file, loader)
    errors = sorted(validator.iter_errors(tree), key=lambda error: str(error.path))
    if not codes:
        for error in errors:
            yield "%s: %s" % (error.json_path, error.message)
    elif codes & SEEN and not errors:
        yield "the schema does not see: " + ", ".join(sorted(codes & SEEN))


def main(arguments):
    if len(arguments) < 3:
        print("usage: validate-rules.py SCHEMA BINARY RULES...", file=sys.stderr)
        return 2
    if jsonschema is None:
        print("validate-rules.py: python3-jsonschema or python3-yaml is missing",
              file=sys.stderr)
        return 77
    with open(arguments[0], encoding="utf-8") as file:
        schema = json.load(file)
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    loader = make_loader()
    n_wrong = 0
    for path in arguments[2:]:
        try:
            for message in check_file(validator, loader, arguments[1], path):
                print(ascii("%s: %s" % (path, message))[1:-1], file=sys.stderr)
                n_wrong += 1
        except (ValueError, yaml.YAMLError) as error:
            print(ascii("%s: %s" % (path, error))[1:-1], file=sys.stderr)
            n_wrong += 1
    return 1 if n_wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
