#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Measures what `xclaim draft` makes of a claim's sentence alone.

    draft.py XCLAIM BENCH

Drafts every claim of BENCH/emergent (one rule file, so one run), reports on its headlines and
on BENCH/articles, and prints:

    recall    the share of the headlines (articles) about a claim that its draft matches
    others    of all pairs of a draft and a headline (article) of another claim, those matched;
              and how many of them are of a claim that shares a name with it
    stance    on matched headlines: accuracy and wrong polarity (for read as against, or the
              reverse)

    contradictions
              the verdicts of that report, publishers unknown, against those that the labels of
              a claim's articles give: contradictions found, and claims flagged as one
    fnc       each headline of BENCH/articles/fnc_pairs.tsv drafted, and each body read by the
              drafts: not matched is unrelated, for is agree, against is disagree, observing is
              discuss.  A headline that denies by itself turns the two round, and with one
              that takes no side no body agrees or disagrees; scored by BENCH/score.py

Settings were tuned on the claims with an even index only; the odd half is the check, and both
are printed.
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


def table(bench, name):
    with open(os.path.join(bench, name), encoding="utf-8") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def run(command):
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=False)
    if done.returncode not in (0, 3):
        sys.exit("draft: %s ended with %d" % (" ".join(command[:2]), done.returncode))
    return done.stdout.decode()


def write_lines(path, lines):
    with open(path, "w", encoding="utf-8") as file:
        file.writelines(line + "\n" for line in lines)


def names_of(statement):
    return set(re.findall(r"\b[A-Z][a-z]{2,}\b", statement))


class Drafts:
    """The claims' drafts, and what a report by them says."""

    def __init__(self, binary, statements, folder):
        self.binary = binary
        self.folder = folder
        self.verdicts = {}
        self.rules = os.path.join(folder, "drafts.yaml")
        path = os.path.join(folder, "statements.txt")
        write_lines(path, [s.lstrip("#") for s in statements])  # no comments
        text = run([binary, "draft", "--from", path])
        with open(self.rules, "w", encoding="utf-8") as file:
            file.write(text)
        ids = re.findall(r'^  - id: "(.*)"$', text, flags=re.M)
        if len(ids) != len(set(ids)) or len(ids) != len(statements):
            sys.exit("draft: %d ids for %d statements" % (len(set(ids)), len(statements)))
        self.claim_of = {name: i for i, name in enumerate(ids)}

    def read(self, records):
        """What each record's source says: {(claim, record): the report's entry}.  Keeps each
        claim's verdict, too."""
        path = os.path.join(self.folder, "sources.jsonl")
        write_lines(path, [json.dumps(dict(record, id=str(i), url="u:%d" % i))
                           for i, record in enumerate(records)])
        report = json.loads(run([self.binary, "report", "-f", "json", "-r", self.rules, path]))
        self.verdicts = {self.claim_of[c["claim"]]: c["verdict"] for c in report["claims"]}
        return {(self.claim_of[claim["claim"]], int(source["source"].rsplit("#", 1)[1])): source
                for claim in report["claims"] for source in claim["sources"]}


def label_of(source):
    """Denied in any voice is against; asserted in the source's own voice or with strong
    commitment is for; all else observing."""
    if source["position"] == "denies":
        return "against"
    if source["position"] == "asserts" and any(
            m["stance"] == "asserted" and (m["voice"]["kind"] == "own" or
                                           m["voice"]["commitment"] == "strong")
            for m in source["mentions"]):
        return "for"
    return "observing"


class Tally:
    def __init__(self):
        self.about = self.found = self.others = self.wrong = self.siblings = 0
        self.right = self.turned = 0

    def add(self, other):
        for name in vars(self):
            setattr(self, name, getattr(self, name) + getattr(other, name))


def count(claims, pairs, n_records, found):
    """pairs: {(claim, record): label} of those that belong together."""
    names = [names_of(c["claim"]) for c in claims]
    of_record = collections.defaultdict(set)
    for claim, record in pairs:
        of_record[record].add(claim)
    halves = [Tally(), Tally()]
    for i in range(len(claims)):
        halves[i % 2].others += n_records
    for (claim, record), label in pairs.items():
        tally = halves[claim % 2]
        tally.about += 1
        tally.others -= 1
        if (claim, record) in found:
            tally.found += 1
            said = label_of(found[claim, record])
            tally.right += said == label
            tally.turned += {said, label} == {"for", "against"}
    for claim, record in found:
        if (claim, record) in pairs:
            continue
        halves[claim % 2].wrong += 1
        halves[claim % 2].siblings += any(names[claim] & names[o] for o in of_record[record])
    return halves


def tell(name, halves):
    whole = Tally()
    for tally in halves:
        whole.add(tally)
    for half, t in (("even (tuned)", halves[0]), ("odd (check)", halves[1]), ("all", whole)):
        print("%-10s %-12s recall %.4f (%d of %d)  others %.4f %% (%d, %d of them siblings)  "
              "stance %.4f  wrong polarity %.4f (%d)" % (
                  name, half, t.found / t.about, t.found, t.about, 100 * t.wrong / t.others,
                  t.wrong, t.siblings, t.right / max(1, t.found), t.turned / max(1, t.found),
                  t.turned))


def headlines(drafts, bench, claims):
    index = {c["claim_id"]: i for i, c in enumerate(claims)}
    rows = table(bench, "emergent/headlines.tsv")
    found = drafts.read([{"title": r["headline"], "text": ""} for r in rows])
    pairs = {(index[r["claim_id"]], i): r["stance"] for i, r in enumerate(rows)}
    tell("headlines", count(claims, pairs, len(rows), found))


def articles(drafts, bench, claims):
    index = {c["claim_id"]: i for i, c in enumerate(claims)}
    with open(os.path.join(bench, "articles/articles.jsonl"), encoding="utf-8") as file:
        records = [json.loads(line) for line in file]
    place = {r["id"]: i for i, r in enumerate(records)}
    pairs = {(index[r["claim_id"]], place[r["body_id"]]): r["stance"]
             for r in table(bench, "articles/claim_articles.tsv") if r["claim_id"] in index}
    # Bodies of other claims only: what the rest is about, nobody has said.
    kept = sorted({record for _, record in pairs})
    new = {record: i for i, record in enumerate(kept)}
    found = drafts.read([{"text": records[i]["text"]} for i in kept])
    tell("articles", count(claims, {(c, new[r]): s for (c, r), s in pairs.items()},
                                  len(kept), found))
    contradictions(drafts, pairs)


def contradictions(drafts, pairs):
    """The verdicts of the last report, against those that the labels give."""
    labels = collections.defaultdict(set)
    for (claim, _), label in pairs.items():
        labels[claim].add(label)
    gold = {claim for claim, said in labels.items() if {"for", "against"} <= said}
    flagged = {claim for claim in labels if drafts.verdicts[claim] == "contradiction"}
    print("contradictions: found %d of %d, flagged %d of %d claims" % (
        len(gold & flagged), len(gold), len(flagged), len(labels)))


FNC = {"asserted": {"for": "agree", "against": "disagree"},  # by the headline's own stance
       "denied": {"for": "disagree", "against": "agree"}}
MOST_DRAFTS = 1500  # of one call of `draft --from`


def headline_stances(binary, headlines):
    data = "".join(json.dumps({"text": h}) + "\n" for h in headlines).encode()
    done = subprocess.run([binary, "probe", "stance"], input=data, stdout=subprocess.PIPE,
                          check=True)
    return [json.loads(line).get("stance") for line in done.stdout.decode().splitlines()]


def fnc(binary, bench, folder):
    rows = table(bench, "articles/fnc_pairs.tsv")
    with open(os.path.join(bench, "articles/articles.jsonl"), encoding="utf-8") as file:
        bodies = [json.loads(line) for line in file]
    place = {b["id"]: i for i, b in enumerate(bodies)}
    statements = sorted({r["headline"] for r in rows})
    sides = [FNC.get(stance, {}) for stance in headline_stances(binary, statements)]
    said = {}
    for first in range(0, len(statements), MOST_DRAFTS):
        part = statements[first:first + MOST_DRAFTS]
        found = Drafts(binary, part, folder).read([{"text": b["text"]} for b in bodies])
        said.update(((part[claim], body), sides[first + claim].get(label_of(source), "discuss"))
                    for (claim, body), source in found.items())
    path = os.path.join(folder, "fnc.tsv")
    write_lines(path, ["%d\t%s" % (i, said.get((r["headline"], place[r["body_id"]]), "unrelated"))
                       for i, r in enumerate(rows)])
    score = subprocess.run([sys.executable, os.path.join(bench, "score.py"), "fnc", path],
                           stdout=subprocess.PIPE, check=True)
    print(score.stdout.decode(), end="")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("binary")
    parser.add_argument("bench")
    options = parser.parse_args()
    claims = table(options.bench, "emergent/claims.tsv")
    with tempfile.TemporaryDirectory(prefix="xclaim-draft-") as folder:
        drafts = Drafts(options.binary, [c["claim"] for c in claims], folder)
        headlines(drafts, options.bench, claims)
        articles(drafts, options.bench, claims)
        fnc(options.binary, options.bench, folder)


if __name__ == "__main__":
    main()
