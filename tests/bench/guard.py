#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Measures how often the residual-cue guard fires where it should not.

    guard.py XCLAIM BENCH [--show WORD]

Drafts a pattern for each claim of BENCH/articles out of the rarest words of its sentence, runs
`xclaim report` over the articles, and looks at the mentions in articles that are labelled as for
or against their claim: of these, the share that a cue word which no rule read made unresolved,
and the words on which that happened.  With --show WORD it prints the sentences of one word.
"""
import argparse
import collections
import csv
import json
import os
import re
import subprocess
import sys
import tempfile

csv.field_size_limit(10**9)

# A pattern asks for this many of that many of a claim's rarest words.
WANTED, AMONG = 3, 6
SHORTEST_WORD = 3


class Articles:
    def __init__(self, bench):
        folder = os.path.join(bench, "articles")
        self.path = os.path.join(folder, "articles.jsonl")
        with open(os.path.join(folder, "claim_articles.tsv"), encoding="utf-8") as file:
            rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
        self.labels = {(row["claim_id"], row["body_id"]): row["stance"] for row in rows}
        self.claims = {row["claim_id"]: row["claim"] for row in rows}
        self.n_with_word = collections.Counter()
        with open(self.path, encoding="utf-8") as file:
            for line in file:
                self.n_with_word.update(set(words(json.loads(line)["text"])))


def words(text):
    return re.findall(r"[a-z]+", text.lower())


def pattern(claim, n_with_word):
    """None when the claim has too few words that any article has."""
    known = {word for word in words(claim) if len(word) >= SHORTEST_WORD and n_with_word[word]}
    rarest = sorted(known, key=lambda word: (n_with_word[word], word))[:AMONG]
    if len(rarest) < 2:
        return None
    return "%d of (%s)" % (min(WANTED, len(rarest) - 1) if len(rarest) > 2 else 2,
                           "|".join("=" + word for word in rarest))


def write_rules(path, articles):
    with open(path, "w", encoding="utf-8") as file:
        file.write("xclaim: 1\ntopic: bench\ntitle: Claims of the bench\nclaims:\n")
        for name, claim in sorted(articles.claims.items()):
            match = pattern(claim, articles.n_with_word)
            if match is not None:
                file.write("  - id: c-%s\n    statement: %s\n    match: %s\n" %
                           (name, json.dumps(claim), json.dumps(match)))


def report(binary, articles):
    with tempfile.TemporaryDirectory(prefix="xclaim-guard-") as folder:
        rules = os.path.join(folder, "rules.yaml")
        write_rules(rules, articles)
        run = subprocess.run([binary, "report", "-f", "json", "-r", rules, articles.path],
                             stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=False)
    if run.returncode not in (0, 3):
        sys.exit("guard: the report ended with %d" % run.returncode)
    return json.loads(run.stdout)


def labelled_mentions(told, articles):
    """Those in articles that are labelled for or against the mention's claim."""
    for claim in told["claims"]:
        for source in claim["sources"]:
            body = re.sub(r".*[#:]", "", source["source"])
            label = articles.labels.get((claim["claim"][2:], body))
            if label in ("for", "against"):
                yield from source["mentions"]


def guarded_word(mention):
    """The word that made the mention unresolved, or None."""
    if mention["stance"] != "unresolved":
        return None
    left = [cue["text"].lower() for cue in mention["cues"] if cue["class"] == "watch"]
    return left[0] if left else None


def measure(binary, bench, show=None):
    """(number of mentions, Counter of words that the guard fired on)"""
    articles = Articles(bench)
    fired = collections.Counter()
    n = 0
    for mention in labelled_mentions(report(binary, articles), articles):
        word = guarded_word(mention)
        n += 1
        if word is not None:
            fired[word] += 1
        if show is not None and word == show:
            print("%s«%s»%s" % (mention["before"], mention["quote"], mention["after"]))
    return n, fired


def tell(n, fired):
    out = "guard: mentions=%d unresolved by the guard=%d (%.4f)\n" % (
        n, sum(fired.values()), sum(fired.values()) / max(n, 1))
    return out + "   %s\n" % ", ".join("%s %d" % pair for pair in fired.most_common(10))


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("binary")
    parser.add_argument("bench")
    parser.add_argument("--show", metavar="WORD")
    options = parser.parse_args()
    print(tell(*measure(options.binary, options.bench, options.show)), end="")
    return 0


if __name__ == "__main__":
    sys.exit(main())
