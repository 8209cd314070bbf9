#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""What a report and a check cost: 1,000 articles of about 3 KB, and memory as they grow.

    speed.py BINARY SOURCE

The articles are made from the project's own corpus, shuffled by a fixed generator.  Times
are CPU seconds of the whole process, medians of interleaved runs; the floor is the same
program over no article to speak of.  Nothing here fails on a slow machine.
"""
import json
import os
import random
import resource
import statistics
import subprocess
import sys
import tempfile

ARTICLES = 1000
BYTES = 3000
RUNS = 5


def sentences(source):
    for folder, _, names in sorted(os.walk(os.path.join(source, "corpus"))):
        for name in sorted(names):
            if name.endswith(".txt"):
                with open(os.path.join(folder, name), encoding="utf-8") as file:
                    for line in file:
                        if len(line) > 40:
                            yield line.strip()


def make_articles(path, pool, n):
    pick = random.Random(20310506)
    with open(path, "w", encoding="utf-8") as file:
        for i in range(n):
            text, length = [], 0
            while length < BYTES:
                text.append(pick.choice(pool))
                length += len(text[-1]) + 2
            json.dump({"id": str(i), "publisher": "paper %d" % (i % 40),
                       "published": "2031-05-%02d" % (1 + i % 28),
                       "text": "\n\n".join(text)}, file)
            file.write("\n")


def run(binary, rules, path, record=None):
    command = [binary, "report", "-j", "1", "-f", "json", "-o", "/dev/null"]
    if record is not None:
        command[1:2] = ["check", "--fail-on", "never", "--against", record]
    for rule in rules:
        command += ["-r", rule]
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run(["/usr/bin/env", "time", "-f", "%M"] + command + [path],
                          capture_output=True, text=True, check=False) \
        if os.path.exists("/usr/bin/time") else \
        subprocess.run(command + [path], capture_output=True, text=True, check=False)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if done.returncode != 0:
        sys.exit("exit code %d: %s" % (done.returncode, done.stderr))
    return (after.ru_utime - before.ru_utime) + (after.ru_stime - before.ru_stime)


def peak_kib(binary, rules, path):
    command = [binary, "report", "-j", "1", "-f", "json", "-o", "/dev/null"]
    for rule in rules:
        command += ["-r", rule]
    pid = os.fork()
    if pid == 0:
        os.execv(binary, command + [path])
    _, _, usage = os.wait4(pid, 0)
    return usage.ru_maxrss


def main():
    binary, source = sys.argv[1:3]
    # The two rule files whose events these articles are about, and two for which they
    # are ordinary news.
    hot = [os.path.join(source, "rules", name)
           for name in ("lantern-gala-2031.yaml", "lantern-gala-2033.yaml")]
    cold = [os.path.join(source, "rules", name)
            for name in ("met-gala-2019.yaml", "met-gala-2024.yaml")]
    pool = list(sentences(source))
    with tempfile.TemporaryDirectory() as folder:
        one, many, twice = (os.path.join(folder, n + ".jsonl") for n in "abc")
        make_articles(one, pool, 1)
        make_articles(many, pool, ARTICLES)
        make_articles(twice, pool, 2 * ARTICLES)
        times = {"floor": [], "cold": [], "hot": [], "twice": [], "check": [],
                 "hot check": []}
        for _ in range(RUNS):
            times["floor"].append(run(binary, cold, one))
            times["cold"].append(run(binary, cold, many))
            times["hot"].append(run(binary, hot, many))
            times["twice"].append(run(binary, cold, twice))
            times["check"].append(run(binary, cold, one, many))
            times["hot check"].append(run(binary, hot, one, many))
        median = {name: statistics.median(values) for name, values in times.items()}
        megabytes = os.path.getsize(many) / 1e6
        print("start (rules, lexicon, one article)   %6.3f s CPU" % median["floor"])
        print("%d articles, %.1f MB, no mention     %6.3f s CPU, %.0f MB/s" % (
            ARTICLES, megabytes, median["cold"], megabytes / median["cold"]))
        print("the same, about the rules' own events %6.3f s CPU" % median["hot"])
        print("one article checked against them      %6.3f s CPU" % median["check"])
        print("the same, about the rules' own events %6.3f s CPU" % median["hot check"])
        print("twice the articles over once          %6.2f times" % (
            (median["twice"] - median["floor"]) / (median["cold"] - median["floor"])))
        print("peak memory: 1 article %d KiB, %d articles %d KiB, %d articles %d KiB" % (
            peak_kib(binary, cold, one), ARTICLES, peak_kib(binary, cold, many),
            2 * ARTICLES, peak_kib(binary, cold, twice)))


if __name__ == "__main__":
    main()
