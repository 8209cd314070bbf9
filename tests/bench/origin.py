#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Measures what xclaim finds of shared text and shared origins.

    origin.py XCLAIM BENCH [--only PART]... [--sample N] [--linear N]

reuse     answers that copied, rewrote or did not use a source text (Clough & Stevenson): reused
          or original by what `xclaim probe reuse` says, with its default settings.  Beside it
          stands what a threshold on the same measure reaches that is chosen on the other tasks.
articles  real articles: no group that `xclaim origins` finds may hold more than 2 % of them, for
          then something that everybody writes has chained them
made      a corpus made by made_corpus.py: precision and recall of the pairs of articles that
          share text

With --sample N it prints N links of articles, drawn with a fixed seed, for reading by hand: the
reason, of each side the article and where in its text (offset+bytes), and the words.
With --linear N it makes N, 2N, … 16N articles and prints time and memory of `xclaim origins`
beside those of `xclaim source`, which reads the same and joins nothing.

Exits 1 when a figure does not reach what it has to.
"""
import argparse
import json
import os
import random
import re
import subprocess
import sys
import tempfile


class Bench:
    def __init__(self, binary, bench):
        self.binary = binary
        self.bench = bench
        self.missed = []
        self.sample = 0

    def json_lines(self, name):
        with open(os.path.join(self.bench, name), encoding="utf-8") as file:
            return [json.loads(line) for line in file]

    def probe(self, stage, requests):
        data = "".join(json.dumps(request) + "\n" for request in requests)
        out = subprocess.run([self.binary, "probe", stage], input=data.encode(),
                             stdout=subprocess.PIPE, check=True)
        return [json.loads(line) for line in out.stdout.decode().splitlines()]

    def figure(self, name, value, least=None, most=None):
        bound = "" if least is None else "   at least %s" % least
        bound += "" if most is None else "   at most %s" % most
        print("%-44s %.4f%s" % (name, value, bound))
        if (least is not None and value < least) or (most is not None and value > most):
            self.missed.append(name)


def best_threshold(rows):
    """The threshold that gets most of rows (share, is reused) right."""
    shares = sorted({share for share, _ in rows})
    middles = [-1.0] + [(x + y) / 2 for x, y in zip(shares, shares[1:])] + [2.0]
    return max(middles, key=lambda t: sum((share > t) == reused for share, reused in rows))


def reuse(bench):
    rows = bench.json_lines("reuse/clough.jsonl")
    originals = {r["task"]: r["text"] for r in rows if r["category"] == "orig"}
    rows = [r for r in rows if r["category"] != "orig"]
    answers = bench.probe("reuse", [{"a": r["text"], "b": originals[r["task"]]} for r in rows])
    with tempfile.NamedTemporaryFile("w", prefix="xclaim-reuse-", suffix=".tsv") as file:
        for r, answer in zip(rows, answers):
            file.write("%s\t%s\n" % (r["file"], "reused" if answer["reused"] else "original"))
        file.flush()
        score = subprocess.run([sys.executable, os.path.join(bench.bench, "score.py"), "reuse",
                                file.name], capture_output=True, text=True, check=True).stdout
    right = sum(a["reused"] == (r["category"] != "non") for r, a in zip(rows, answers))
    bench.figure("reuse accuracy, default settings", right / len(rows), least=0.93)
    shares = [(r["task"], a["overlap"]["shared"] / max(1, a["overlap"]["words"]),
               r["category"] != "non") for r, a in zip(rows, answers)]
    left_out = 0
    for task in originals:
        threshold = best_threshold([(s, y) for t, s, y in shares if t != task])
        left_out += sum((s > threshold) == y for t, s, y in shares if t == task)
    bench.figure("reuse accuracy, threshold of the other tasks", left_out / len(rows))
    passages = sum((len(a["passages"]) > 0) == (r["category"] != "non")
                   for r, a in zip(rows, answers))
    bench.figure("reuse accuracy, by any verified passage", passages / len(rows))
    print(score, end="")


def origins(bench, path):
    out = subprocess.run([bench.binary, "origins", "-f", "json", path], stdout=subprocess.PIPE,
                         stderr=subprocess.DEVNULL, check=False)
    if out.returncode not in (0, 3):
        sys.exit("origin: xclaim origins ended with %d" % out.returncode)
    return json.loads(out.stdout)


def record(source):
    """The record's own id behind the file's name."""
    return source.rsplit("#", 1)[1]


def articles(bench):
    path = os.path.join(bench.bench, "articles/articles.jsonl")
    found = origins(bench, path)
    bench.figure("articles: share of the largest group",
                 found["summary"]["largest"] / found["summary"]["sources"], most=0.02)
    print("%d groups among %d articles, the largest of %d" % (
        found["summary"]["groups"], found["summary"]["sources"], found["summary"]["largest"]))
    if not bench.sample:
        return
    texts = {r["id"]: r["text"].encode() for r in bench.json_lines("articles/articles.jsonl")}
    links = [(group, link) for group in found["groups"] for link in group["links"]]
    for group, link in random.Random(SEED).sample(links, min(bench.sample, len(links))):
        sides = [shared_place(texts, group, link[side], link["words"]) for side in "ab"]
        print("%s %s %s: %s" % (link["reason"], *sides, link["words"]))


def shared_place(texts, group, source, words):
    """Where in source the words of a link stand: of the group's places in it, the one that
    has most of them."""
    article = record(source)

    def shared(place):
        text = texts[article][place["offset"]:place["offset"] + place["length"]]
        return len(wanted & plain_words(text.decode(errors="replace")))

    wanted = plain_words(words)
    place = max((p for p in group["places"] if p["source"] == source), key=shared)
    return "%s:%d+%d" % (article, place["offset"], place["length"])


def plain_words(text):
    return set(re.findall(r"[a-z0-9']+", text.lower().replace("\u2019", "'")))


def made(bench):
    with tempfile.TemporaryDirectory(prefix="xclaim-made-") as folder:
        make(MADE_ARTICLES, folder)
        found = origins(bench, os.path.join(folder, "articles.jsonl"))
        with open(os.path.join(folder, "joins.tsv"), encoding="utf-8") as file:
            planted = {tuple(line.split("\t")[:2]): line.rstrip("\n").split("\t")[2]
                       for line in file}
    joined = set()
    for group in found["groups"]:
        names = sorted({record(place["source"]) for place in group["places"]})
        joined.update((a, b) for i, a in enumerate(names) for b in names[i + 1:])
    # Syndication alone is most of the pairs, so that each kind is shown by itself.
    bench.figure("made: precision", len(joined & planted.keys()) / len(joined), least=0.99)
    bench.figure("made: recall", len(joined & planted.keys()) / len(planted), least=0.95)
    small = {pair for pair, kind in planted.items() if kind != "syndication"}
    rest = {pair for pair in joined if planted.get(pair) != "syndication"}
    bench.figure("made: precision without syndication", len(rest & small) / len(rest), least=0.99)
    for kind in sorted(set(planted.values())):
        pairs = {pair for pair, k in planted.items() if k == kind}
        bench.figure("made: recall of " + kind, len(joined & pairs) / len(pairs), least=0.95)


def make(n, folder):
    subprocess.run([sys.executable, os.path.join(os.path.dirname(__file__), "made_corpus.py"),
                    str(n), folder], check=True)


def cost(command):
    """CPU seconds and peak KiB of a command."""
    pid = os.fork()
    if pid == 0:
        null = os.open(os.devnull, os.O_WRONLY)
        os.dup2(null, 1)
        os.dup2(null, 2)
        os.execv(command[0], command)
    _, status, usage = os.wait4(pid, 0)
    if os.waitstatus_to_exitcode(status) != 0:
        sys.exit("origin: %s failed" % " ".join(command))
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss


def linear(bench, n):
    last = None
    for i in range(5):
        with tempfile.TemporaryDirectory(prefix="xclaim-made-") as folder:
            make(n << i, folder)
            path = os.path.join(folder, "articles.jsonl")
            reading, _ = cost([bench.binary, "source", "-f", "json", path])
            seconds, kib = cost([bench.binary, "origins", "-f", "json", path])
        print("%8d articles: %7.1f s CPU, reading alone %.1f s, %.0f MiB%s" % (
            n << i, seconds, reading, kib / 1024,
            "" if last is None else ", %.2f times the half" % (seconds / last)), flush=True)
        last = seconds


MADE_ARTICLES = 5000
SEED = 20310506
PARTS = {"reuse": reuse, "articles": articles, "made": made}


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("binary")
    parser.add_argument("bench")
    parser.add_argument("--only", action="append", choices=sorted(PARTS))
    parser.add_argument("--sample", type=int, default=0)
    parser.add_argument("--linear", type=int, default=0)
    options = parser.parse_args()
    bench = Bench(options.binary, options.bench)
    bench.sample = options.sample
    if options.linear:
        linear(bench, options.linear)
        return 0
    for name in options.only or PARTS:
        PARTS[name](bench)
    for name in bench.missed:
        print("origin: %s is out of bounds" % name, file=sys.stderr)
    return 1 if bench.missed else 0


if __name__ == "__main__":
    sys.exit(main())
