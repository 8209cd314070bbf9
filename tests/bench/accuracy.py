#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Measures the engine against sets that other people labelled.

    accuracy.py XCLAIM BENCH [--only SET]... [--record FILE]

Runs `xclaim probe` (and `xclaim source` for pages) over the sets in BENCH, which its README
describes, writes each set's predictions to a temporary folder and has BENCH/score.py score
them.  Prints wrong polarity first.  With --record FILE (docs/accuracy.md) it exits 1 when a
figure falls below the one recorded there.
"""
import argparse
import csv
import glob
import json
import os
import re
import subprocess
import sys
import tempfile

sys.dont_write_bytecode = True  # this folder is packed as it is
import guard

csv.field_size_limit(10**9)


def table(bench, name):
    with open(os.path.join(bench, name), encoding="utf-8") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def json_lines(bench, name):
    with open(os.path.join(bench, name), encoding="utf-8") as file:
        return [json.loads(line) for line in file]


class Bench:
    def __init__(self, binary, bench, folder):
        self.binary = binary
        self.bench = bench
        self.folder = folder

    def probe(self, stage, requests):
        data = "".join(json.dumps(request) + "\n" for request in requests)
        out = subprocess.run([self.binary, "probe", stage], input=data.encode(),
                             stdout=subprocess.PIPE, check=False)
        if out.returncode not in (0, 3):
            sys.exit("accuracy: probe %s ended with %d" % (stage, out.returncode))
        answers = [json.loads(line) for line in out.stdout.decode().splitlines()]
        if len(answers) != len(requests):
            sys.exit("accuracy: %d answers to %d requests" % (len(answers), len(requests)))
        return answers

    def score(self, name, lines):
        path = os.path.join(self.folder, name)
        with open(path, "w", encoding="utf-8") as file:
            file.writelines(line + "\n" for line in lines)
        out = subprocess.run([sys.executable, os.path.join(self.bench, "score.py"), name, path],
                             capture_output=True, text=True, check=True)
        return out.stdout


def negex(bench):
    rows = table(bench.bench, "negation/negex.tsv")
    answers = bench.probe("stance", [{"text": r["sentence"], "target": r["concept"].strip('"')}
                                     for r in rows])
    lines = ["%s\t%s" % (r["id"], "negated" if a["stance"] == "denied" else "affirmed")
             for r, a in zip(rows, answers) if a.get("stance") is not None]
    out = bench.score("negex", lines)
    return out, {"negex negated F1": float(re.search(r"negated +P=\S+ R=\S+ F1=(\S+)", out)[1])}


# What a reader may conclude from a sentence about the words of its complement.
VERB_LABELS = {"asserted": "asserts", "denied": "denies"}


def verbs(bench):
    """score.py keys by idx, which a positive row shares with its negated twin, so that one
    answer stands for both; the figures by row are ours."""
    rows = table(bench.bench, "veridicality/verbs.tsv")
    answers = bench.probe("stance", [{"text": r["sentence"], "target": r["target"]}
                                     for r in rows])
    labels = [VERB_LABELS.get(a.get("stance"), "uncertain") for a in answers]
    out = bench.score("verbs", ["%s\t%s" % (r["idx"], label) for r, label in zip(rows, labels)])
    right = sum(r["label"] == label for r, label in zip(rows, labels))
    wrong = sum((r["label"], label) in (("asserts", "denies"), ("denies", "asserts"))
                for r, label in zip(rows, labels))
    out += "   by row: n=%d accuracy=%.4f wrong-polarity=%.4f (%d)\n" % (
        len(rows), right / len(rows), wrong / len(rows), wrong)
    return out, {"verbs accuracy by row": right / len(rows),
                 "verbs wrong polarity by row": -wrong / len(rows)}


def headline_label(answer):
    """Denied in any voice is against; asserted in the source's own voice or with strong
    commitment is for; all else observing."""
    voice = answer.get("voice") or {}
    if answer.get("stance") == "denied":
        return "against"
    if answer.get("stance") == "asserted" and (voice["kind"] == "own" or
                                               voice["commitment"] == "strong"):
        return "for"
    return "observing"


def emergent(bench):
    rows = table(bench.bench, "emergent/headlines.tsv")
    answers = bench.probe("stance", [{"text": r["headline"]} for r in rows])
    out = bench.score("emergent", ["%s\t%s" % (r["article_id"], headline_label(a))
                                   for r, a in zip(rows, answers)])
    return out, {
        "emergent accuracy": float(re.search(r"accuracy=(\S+)", out)[1]),
        "emergent macro-F1": float(re.search(r"macro-F1=(\S+)", out)[1]),
        "emergent wrong polarity": -float(re.search(r"wrong-polarity=(\S+)", out)[1])}


def sentences(bench):
    rows = json_lines(bench.bench, "sentences/golden.jsonl")
    answers = bench.probe("sentences", [{"text": r["text"]} for r in rows])
    out = bench.score("sentences", [json.dumps(a["sentences"]) for a in answers])
    return out, {"sentences exact": int(re.search(r"(\d+) of", out)[1])}


def values(bench):
    rows = json_lines(bench.bench, "values/recognizers.jsonl")
    answers = bench.probe("values", [{"text": r["input"], "ref": r.get("ref")} for r in rows])
    out = bench.score("values", [json.dumps(a if "values" in a else {"values": []}) for a in answers])
    return out, {"values " + m[1]: int(m[2])
                 for m in re.finditer(r"values (\w+)Model +(\d+) of", out)}


PRONOUNS = set("he she they it i we you who him her them us me".split())
SMALL = set("the a an his her their its our my this that of for from in at on by to and or "
            "one".split())


def is_source(gold, voice):
    """Whether the voice is the source that people marked: a word that matters in common; for
    a pronoun any speaker, since nobody marked whom it means; for none, an unnamed one."""
    words = [set(re.findall(r"[a-z0-9]+", re.sub("[\u2019']s\\b", "", text.lower())))
             for text in (gold or "", voice["name"] or "")]
    if gold is None:
        return voice["kind"] == "unnamed"
    if words[0] <= PRONOUNS | SMALL:
        return voice["kind"] == "speaker"
    return bool((words[0] - SMALL) & (words[1] - SMALL))


def quotes(bench):
    """A marked attribution counts when at least half of its content's characters stand in
    speech that is listed with the right source; listed speech, when half of it was marked."""
    rows = json_lines(bench.bench, "attribution/polnear.jsonl")
    answers = bench.probe("quotes", [{"text": r["text"]} for r in rows])
    counts = {"marked": 0, "content": 0, "source": 0, "listed": 0, "right": 0}
    for row, answer in zip(rows, answers):
        listed = [(set(range(q["start"], q["end"])), q["voice"]) for q in answer["quotes"]]
        marked = set()
        for gold in row["attributions"]:
            content = {c for part in gold.get("content", []) for first, end in part["spans"]
                       for c in range(first, end)}
            if not content:
                continue
            source = gold["source"][0]["text"] if gold.get("source") else None
            said = set().union(*(chars for chars, _ in listed))
            by_source = set().union(*(chars for chars, voice in listed
                                      if chars & content and is_source(source, voice)))
            marked |= content
            counts["marked"] += 1
            counts["content"] += 2 * len(said & content) >= len(content)
            counts["source"] += 2 * len(by_source & content) >= len(content)
        counts["listed"] += len(listed)
        counts["right"] += sum(2 * len(chars & marked) >= len(chars) for chars, _ in listed)
    found, source = (counts[key] / counts["marked"] for key in ("content", "source"))
    right = counts["right"] / counts["listed"]
    out = "quotes: marked=%d found=%.4f with-source=%.4f listed=%d right=%.4f\n" % (
        counts["marked"], found, source, counts["listed"], right)
    return out, {"quotes found with source": source, "quotes listed right": right}


def pages(bench):
    files = sorted(glob.glob(os.path.join(bench.bench, "pages", "*.html.gz")))
    run = subprocess.run([bench.binary, "source", "-f", "json"] + files,
                         stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=False)
    out = bench.score("pages", run.stdout.decode().splitlines())
    return out, {"pages F1": float(re.search(r"F1=(\S+)", out)[1]),
                 "pages read": int(re.search(r"read=(\d+)", out)[1])}


def guarded(bench):
    n, fired = guard.measure(bench.binary, bench.bench)
    return guard.tell(n, fired), {"guard fires wrongly": -sum(fired.values()) / max(n, 1)}


SETS = {"negex": negex, "verbs": verbs, "emergent": emergent, "sentences": sentences,
        "values": values, "pages": pages, "guard": guarded, "quotes": quotes}


def recorded(path):
    """The figures of the table rows "| name | figure | …" of the record."""
    with open(path, encoding="utf-8") as file:
        text = file.read()
    return {m[1]: float(m[2]) for m in
            re.finditer(r"^\| ([^|]+?) \| (-?[\d.]+) \|", text, flags=re.M)}


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("binary")
    parser.add_argument("bench")
    parser.add_argument("--only", action="append", choices=sorted(SETS))
    parser.add_argument("--record")
    options = parser.parse_args()
    figures = {}
    told = []
    with tempfile.TemporaryDirectory(prefix="xclaim-accuracy-") as folder:
        for name in options.only or SETS:
            out, found = SETS[name](Bench(options.binary, options.bench, folder))
            told.append(out)
            figures.update(found)
    # A rate of errors is kept as a negative number, so that more is better everywhere.
    for name, figure in sorted(figures.items(), key=lambda x: ("wrong" not in x[0], x[0])):
        print("%-28s %s" % (name, "%.4f" % abs(figure) if isinstance(figure, float) else figure))
    print()
    print("\n".join(told), end="")
    if not options.record:
        return 0
    worse = [(name, figures[name], figure) for name, figure in recorded(options.record).items()
             if name in figures and
             (figures[name] < -figure - 5e-5 if "wrong" in name else figures[name] < figure - 5e-5)]
    for name, now, then in worse:
        print("accuracy: %s is %s, recorded is %s" % (name, abs(now), then), file=sys.stderr)
    return 1 if worse else 0


if __name__ == "__main__":
    sys.exit(main())
