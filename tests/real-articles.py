#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""What a reader finds in three real articles, held against the report.

    real-articles.py BINARY SHARED

SHARED/articles holds the articles and SHARED/bench/articles many others, none of which
speaks of these events.  Neither is part of the project; without them nothing is checked.
"""
import glob
import json
import os
import re
import subprocess
import sys

RULES = ["rules/met-gala-2019.yaml", "rules/met-gala-2024.yaml"]

# claim → (verdicts allowed, side, agreed value, {article: positions allowed})
SILENT = (None,)
EXPECTED = {
    "ribs-removed": (["single-source"], "denied", None, {
        "000": ["denies"], "001": ["discusses"], "002": SILENT}),
    "men-tying-corset": (["single-source"], "asserted", {"men": ("3", "3")}, {
        "000": ["asserts"], "001": SILENT, "002": SILENT}),
    "first-mugler-design": (["agreement"], "asserted", {"years": ("20", "20")}, {
        "000": ["asserts"], "001": ["asserts"], "002": SILENT}),
    "carpet-colour": (["contradiction"], "asserted", None, {
        "000": ["asserts"], "001": ["asserts"], "002": SILENT}),
    "trains-six-days": (["single-source"], "asserted", {"days": ("6", "6")}, {
        "000": ["asserts"], "001": ["asserts"], "002": SILENT}),
    "corset-very-tight": (["agreement", "single-source"], "asserted", None, {
        "000": ["asserts", "discusses"], "001": ["asserts"], "002": SILENT}),
}


def report(binary, rules, *sources):
    command = [binary, "report", "-f", "json"]
    for rule in rules:
        command += ["-r", rule]
    done = subprocess.run(command + list(sources), capture_output=True, check=False)
    if done.returncode != 0:
        sys.exit("%s: exit code %d\n%s" % (command, done.returncode, done.stderr.decode()))
    return json.loads(done.stdout)


def check_table(binary, articles, failures):
    out = report(binary, RULES, articles)
    claims = {(c["topic"], c["claim"]): c for c in out["claims"]}
    for name, (verdicts, side, value, positions) in EXPECTED.items():
        claim = claims["met-gala-2019", name]
        if claim["verdict"] not in verdicts or claim["side"] != side:
            failures.append("%s: %s (%s)" % (name, claim["verdict"], claim["side"]))
        for slot, bounds in (value or {}).items():
            found = (claim["value"] or {}).get(slot) or {}
            if (found.get("low"), found.get("high")) != bounds:
                failures.append("%s: %s is %s" % (name, slot, found))
        by_article = {os.path.basename(s["source"])[:3]: s for s in claim["sources"]}
        for article, allowed in positions.items():
            position = by_article.get(article, {}).get("position")
            if position not in allowed:
                failures.append("%s: %s has position %s" % (name, article, position))
    training = claims["met-gala-2019", "trains-six-days"]
    if training["origins"] != 1 or not training["grouping"]:
        failures.append("trains-six-days: %s origins" % training["origins"])
    ribs = [s for s in claims["met-gala-2019", "ribs-removed"]["sources"]
            if "000_" in s["source"]]
    if not ribs or len(ribs[0]["mentions"]) < 2:
        failures.append("ribs-removed: article 000 mentions it twice")


def check_others(binary, shared, failures):
    out = report(binary, RULES, os.path.join(shared, "bench/articles/articles.jsonl"))
    for claim in out["claims"]:
        for source in claim["sources"]:
            for mention in source["mentions"]:
                if mention["event"] == "this":
                    failures.append("%s is mentioned in %s: %s" % (
                        claim["claim"], source["source"], mention["quote"]))


def patterns(path):
    """What stands in quotation marks in a rule file, examples left out."""
    in_examples = False
    with open(path, encoding="utf-8") as file:
        for line in file:
            key = re.match(r" *(- )?(\w+):", line)
            if key and key.group(2) in ("match", "unless", "id", "statement", "value"):
                in_examples = False
            if key and key.group(2) == "examples":
                in_examples = True
            if not in_examples:
                yield from re.findall(r'"([^"]*)"', line)


def check_own_words(articles, failures):
    """No pattern holds four consecutive words of an article."""
    grams = set()
    for path in glob.glob(os.path.join(articles, "*.txt")):
        with open(path, encoding="utf-8") as file:
            words = re.findall(r"[a-z0-9]+", file.read().lower())
        grams.update(tuple(words[i:i + 4]) for i in range(len(words) - 3))
    for path in RULES:
        for pattern in patterns(path):
            words = re.findall(r"[a-z0-9]+", pattern.lower())
            for i in range(len(words) - 3):
                if tuple(words[i:i + 4]) in grams:
                    failures.append("%s: words of an article: %s" % (path, pattern))


def main():
    binary, shared = sys.argv[1:3]
    articles = os.path.join(shared, "articles")
    failures = []
    check_table(binary, articles, failures)
    check_others(binary, shared, failures)
    check_own_words(articles, failures)
    for failure in failures:
        print("FAIL " + failure)
    print("real articles: %d passed, %d failed" % (
        max(0, len(EXPECTED) + 2 - len(failures)), len(failures)))
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
