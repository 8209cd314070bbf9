#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""What matching costs, beside the programs that people would otherwise use.

    matching.py XCLAIM MATCHING CORPUS [--mb 200] [--runs 3] [--sets small] [--write FILE]

Rule sets come from matching_rules.py, the text from the articles of CORPUS (.txt, .md, and
the "text" of .jsonl), shuffled and repeated to --mb.  All programs run one after the
other, round after round; figures are medians of CPU time.  What is slow gets a piece of the
same text, and its MB/s count.  PCRE2 and Hyperscan get their sentences folded
and split already, which xclaim does itself.  Nothing here fails on a slow machine.
"""
import argparse
import json
import os
import random
import re
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile

SEED = 20330506
HERE = os.path.dirname(os.path.abspath(__file__))
SETS = [("rare", "inflected", n) for n in (100, 1000, 10000, 100000)]
MORE_SETS = [("common", "inflected", 1000), ("common", "inflected", 10000),
             ("rare", "exact", 1000), ("rare", "exact", 10000)]
TIMEOUT = 120
BEGIN, END = "<!-- make bench writes from here -->", "<!-- to here -->"


def read_articles(folder):
    texts = []
    for where, _, names in sorted(os.walk(folder)):
        for name in sorted(names):
            path = os.path.join(where, name)
            if name.endswith((".txt", ".md")):
                with open(path, encoding="utf-8", errors="replace") as file:
                    texts.append(file.read())
            elif name.endswith(".jsonl"):
                with open(path, encoding="utf-8", errors="replace") as file:
                    texts += [json.loads(line).get("text", "") for line in file
                              if line.strip()]
    texts = [t.replace("\f", " ") for t in texts if len(t) > 200]
    if not texts:
        sys.exit("no article under " + folder)
    return texts


def write_text(path, texts, n_bytes):
    """The articles shuffled, again and again, up to n_bytes; plain and as JSON Lines."""
    pick = random.Random(SEED)
    written = number = 0
    with open(path + ".txt", "w", encoding="utf-8") as plain, \
            open(path + ".jsonl", "w", encoding="utf-8") as lines:
        while written < n_bytes:
            for text in pick.sample(texts, len(texts)):
                plain.write(text + "\f")
                lines.write(json.dumps({"id": str(number), "text": text,
                                        "publisher": "paper %d" % (number % 40)}) + "\n")
                written += len(text.encode()) + 1
                number += 1
                if written >= n_bytes:
                    break


def piece(path, n_bytes, out):
    """The first articles of the text, n_bytes or a little more."""
    with open(path, "rb") as file:
        text = file.read(n_bytes)
        rest = file.read(1 << 16)
    with open(out, "wb") as file:
        file.write(text + rest[:rest.find(b"\f") + 1])
    return os.path.getsize(out)


def run(command):
    """CPU seconds, peak KiB and standard output; None when it failed or took too long."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    try:
        done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
                              timeout=TIMEOUT, check=False)
    except subprocess.TimeoutExpired:
        return None
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if done.returncode not in (0, 1):
        return None
    return (after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime,
            done.stdout.decode(errors="replace"))


def values(text):
    return dict(pair.split("=") for pair in text.split()) if text else {}


def expressions(matching, text, rules):
    """Each pattern as an expression on plain text: inflections, and gaps in words."""
    found = run([matching, "words", text] + rules)
    for line in found[1].splitlines():
        parts = []
        for part in line.strip().split(" & "):
            made = ""
            for token in part.split():
                if token.startswith(".."):
                    made += r"([^a-z0-9]+[a-z0-9]+){0,%s}[^a-z0-9]+" % token[2:]
                else:
                    made += "(%s)" % "|".join(re.escape(f) for f in token.split("|"))
            parts.append(made)
        yield parts


def write_yara(path, patterns):
    with open(path, "w", encoding="utf-8") as file:
        for number, parts in enumerate(patterns):
            file.write("rule p%d { strings:\n" % number)
            for i, part in enumerate(parts):
                file.write("  $s%d = /\\b%s\\b/ nocase\n" % (i, part))
            file.write("  condition: all of them }\n")


def write_ripgrep(path, patterns):
    with open(path, "w", encoding="utf-8") as file:
        for parts in patterns:
            file.write(r"\b%s\b" % parts[0] + "\n" if len(parts) == 1 else
                       r"\b%s\b.*\b%s\b|\b%s\b.*\b%s\b" % tuple(parts + parts[::-1]) + "\n")


class Bench:
    def __init__(self, options, folder):
        self.options = options
        self.folder = folder
        self.text = os.path.join(folder, "text")
        self.distinct = os.path.join(folder, "distinct.txt")
        texts = read_articles(options.corpus)
        with open(self.distinct, "w", encoding="utf-8") as file:
            file.write("\f".join(texts))
        write_text(self.text, texts, options.mb * 1000000)

    def rules(self, kind, form, n):
        folder = os.path.join(self.folder, "%s-%s-%d" % (kind, form, n))
        made = run([sys.executable, os.path.join(HERE, "matching_rules.py"), self.distinct,
                    str(n), kind, form, folder])
        return int(made[1]), [os.path.join(folder, f) for f in sorted(os.listdir(folder))]

    def commands(self, n, rules):
        """(name, command, bytes of text; whether it prints its own times)."""
        plain = self.text + ".txt"
        total = os.path.getsize(plain)
        small = os.path.join(self.folder, "small.txt")
        n_small = piece(plain, min(total, max(20000, 200000000 // n)), small)
        matching = self.options.matching
        found = [("match", [matching, "match", plain] + rules, total, True),
                 ("split", [matching, "split", plain] + rules, total, True),
                 ("hyperscan", [matching, "hyperscan", plain] + rules, total, True)]
        if n <= 10000:
            found.append(("loop", [matching, "loop", small] + rules, n_small, True))
        report = [self.options.xclaim, "report", "-f", "json", "-o", "/dev/null"]
        for rule in rules:
            report += ["-r", rule]
        found.append(("report", report + [self.text + ".jsonl"], total, False))
        if n <= 10000:
            patterns = list(expressions(matching, small, rules))
            more = os.path.join(self.folder, "more.txt")
            n_more = piece(plain, min(total, max(200000, 2000000000 // n)), more)
            found += self.others(patterns, more, n_more)
        return found

    def others(self, patterns, small, n_small):
        found = []
        yara, ripgrep = (os.path.join(self.folder, name) for name in ("p.yar", "p.rg"))
        write_yara(yara, patterns)
        write_ripgrep(ripgrep, patterns)
        empty = os.path.join(self.folder, "empty.txt")
        with open(empty, "w", encoding="utf-8") as file:
            file.write("\n")
        if shutil.which("yara"):
            found += [("yara", ["yara", yara, small], n_small, False),
                      ("yara load", ["yara", yara, empty], 1, False)]
        # A thousand such expressions take it minutes and gigabytes.
        if shutil.which("rg") and len(patterns) <= 100:
            rg = ["rg", "-c", "-i", "--no-unicode", "--regex-size-limit", "2G",
                  "--dfa-size-limit", "2G", "-f", ripgrep]
            found += [("ripgrep", rg + [small], n_small, False),
                      ("ripgrep load", rg + [empty], 1, False)]
        return found

    def measure(self, kind, form, n):
        n_made, rules = self.rules(kind, form, n)
        seconds, told, broken = {}, {}, set()
        commands = self.commands(n_made, rules)
        for _ in range(self.options.runs):
            for name, command, n_bytes, tells in commands:
                result = None if name in broken else run(command)
                if result is None:
                    broken.add(name)
                    continue
                own = values(result[1]) if tells else {}
                told[name] = own
                time = float(own["seconds"]) if tells else result[0]
                if time >= 0:
                    seconds.setdefault(name, []).append((time, n_bytes))
        return n_made, {name: (statistics.median(t for t, _ in runs), runs[0][1])
                        for name, runs in seconds.items()}, told


def rate(result, name):
    """MB/s, what loading takes left out; None when it did not run."""
    if name not in result:
        return None
    time, n_bytes = result[name]
    time -= result.get(name + " load", (0, 0))[0]
    return n_bytes / 1e6 / max(time, 1e-3)


def shown(value, form="%.1f"):
    return "-" if value is None else form % value


def row(kind, form, n, result, told):
    match = rate(result, "match")
    scan = max(result["match"][0] - result["split"][0], 1e-4)
    alone = result["match"][1] / 1e6 / scan
    loop, hyperscan = rate(result, "loop"), rate(result, "hyperscan")
    yara, ripgrep = rate(result, "yara"), rate(result, "ripgrep")

    split_too = None
    if hyperscan is not None:
        split_too = result["match"][1] / 1e6 / (result["hyperscan"][0] + result["split"][0])

    def over(other, mine=match):
        return shown(None if other is None else mine / other, "%.1fx")

    above = (int(told["match"]["peak_kib"]) * 1024 - result["match"][1]) / 1e6
    return [n, "%s, %s" % (kind, form), shown(match), shown(alone), over(loop), over(yara),
            over(ripgrep), over(hyperscan), over(split_too), over(hyperscan, alone),
            shown(float(told["match"]["load_s"]), "%.2f"),
            shown(float(told["hyperscan"]["compile_s"]), "%.2f")
            if "hyperscan" in result else "-", "%.0f" % above,
            shown(result["report"][0] / result["match"][0] if "report" in result else None,
                  "%.1fx")]


HEAD = ["patterns", "words", "match MB/s", "scan MB/s", "over PCRE2", "over yara",
        "over ripgrep", "over Hyperscan", "over split and Hyperscan", "scan over Hyperscan",
        "load s",
        "Hyperscan compile s", "MB above text", "report over match"]


def processor():
    with open("/proc/cpuinfo", encoding="utf-8") as file:
        for line in file:
            if line.startswith("model name"):
                return line.split(":", 1)[1].strip()
    return "unknown processor"


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("xclaim")
    parser.add_argument("matching")
    parser.add_argument("corpus")
    parser.add_argument("--mb", type=int, default=200)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--sets", choices=["small", "all"], default="all")
    parser.add_argument("--write", help="a file whose marked part becomes the table")
    options = parser.parse_args()
    sets = SETS[:3] if options.sets == "small" else SETS + MORE_SETS
    lines = ["| " + " | ".join(HEAD) + " |", "|" + "---|" * len(HEAD)]
    with tempfile.TemporaryDirectory() as folder:
        bench = Bench(options, folder)
        short = set()
        for kind, form, n in sets:
            if (kind, form) in short:
                continue
            n_made, result, told = bench.measure(kind, form, n)
            if n_made < n:
                short.add((kind, form))
            lines.append("| " + " | ".join(map(str, row(kind, form, n_made, result, told)))
                         + " |")
            print(lines[-1], flush=True)
    lines.append("")
    lines.append("%s, one core; %d MB of text, medians of %d runs." %
                 (processor(), options.mb, options.runs))
    print("\n".join(lines))
    if options.write:
        with open(options.write, encoding="utf-8") as file:
            before, rest = file.read().split(BEGIN)
        with open(options.write, "w", encoding="utf-8") as file:
            file.write(before + BEGIN + "\n\n" + "\n".join(lines) + "\n\n" + END +
                       rest.split(END)[1])


if __name__ == "__main__":
    main()
