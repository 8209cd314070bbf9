#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Measures what xclaim finds of shared text and shared origins.

    origin.py XCLAIM BENCH [--only PART]...

reuse     answers that copied, rewrote or did not use a source text (Clough & Stevenson): reused
          or original by what `xclaim probe reuse` says, with its default settings.  Beside it
          stands what a threshold on the same measure reaches that is chosen on the other tasks.

Exits 1 when a figure does not reach what it has to.
"""
import argparse
import json
import os
import subprocess
import sys
import tempfile


class Bench:
    def __init__(self, binary, bench):
        self.binary = binary
        self.bench = bench
        self.missed = []

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


PARTS = {"reuse": reuse}


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("binary")
    parser.add_argument("bench")
    parser.add_argument("--only", action="append", choices=sorted(PARTS))
    options = parser.parse_args()
    bench = Bench(options.binary, options.bench)
    for name in options.only or PARTS:
        PARTS[name](bench)
    for name in bench.missed:
        print("origin: %s is out of bounds" % name, file=sys.stderr)
    return 1 if bench.missed else 0


if __name__ == "__main__":
    sys.exit(main())
