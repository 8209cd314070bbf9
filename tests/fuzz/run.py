#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Runs the fuzz harnesses, one after the other, and prints what each did.

    run.py --programs DIR --source DIR --work DIR [--seconds N] [NAME...]

DIR of --programs holds the harnesses linked with libFuzzer (fuzz_NAME); --work keeps, from
one run to the next, what each has found worth keeping (corpus/NAME) and the inputs that
broke it (crashes/NAME).  Exits with 1 when one of them broke.
"""
import argparse
import glob
import os
import re
import subprocess
import sys
import time

# Longest input in bytes, and the dictionaries.  What is long takes long to run, and finds
# little that a short one does not; a record, a page and a run of articles need some room.
HARNESSES = {
    "baseline": (1024, ["json"]),
    "charset": (2048, ["html"]),
    "comparison": (4096, ["json", "told"]),
    "dates": (256, ["dates"]),
    "decisions": (1024, ["yaml", "decisions"]),
    "draft": (512, ["prose", "yaml", "pattern"]),
    "feed": (4096, ["feed", "html"]),
    "fold": (512, ["unicode"]),
    "front_matter": (1024, ["yaml", "front-matter"]),
    "gzip": (2048, []),
    "html": (4096, ["html"]),
    "json": (1024, ["json"]),
    "json_lines": (1024, ["json", "front-matter"]),
    "json_mend": (512, ["json", "html"]),
    "lexicon": (512, ["prose"]),
    "markdown": (1024, ["markdown", "front-matter", "yaml"]),
    "markup": (2048, ["html", "feed"]),
    "pattern": (512, ["pattern", "prose"]),
    "plain_text": (1024, ["plain-text", "prose"]),
    "probe": (1024, ["json", "prose"]),
    "regex": (512, ["regex", "prose"]),
    "report": (2048, ["front-matter", "json", "markdown", "prose", "unicode"]),
    "rules": (4096, ["rules", "yaml", "pattern"]),
    "settings": (1024, ["settings", "yaml"]),
    "sources": (1024, ["yaml", "front-matter"]),
    "stance": (512, ["prose"]),
    "text": (512, ["prose", "unicode"]),
    "unified_diff": (1024, ["unified-diff"]),
    "values": (256, ["values"]),
    "wide": (256, []),
    "yaml": (1024, ["yaml"]),
    "zstd": (2048, []),
}
TIMEOUT_SECONDS = 10
RSS_LIMIT_MB = 2048
MOST_CRASHES = 5
BROKE = re.compile(r"(crash|leak|oom|timeout)-")


class Result:
    def __init__(self, name):
        self.name = name
        self.seconds = 0
        self.executions = 0
        self.coverage = 0
        self.crashes = []
        self.failure = ""


def dictionary_of(options, name):
    """One file of all the harness's dictionaries; None when it has none."""
    path = os.path.join(options.work, name + ".dict")
    texts = []
    for part in HARNESSES[name][1]:
        with open(os.path.join(options.source, "tests/fuzz/dictionaries", part + ".dict"),
                  encoding="utf-8") as file:
            texts.append(file.read())
    if not texts:
        return None
    with open(path, "w", encoding="utf-8") as file:
        file.write("\n".join(texts))
    return path


def broken_inputs(folder):
    """The inputs that broke the harness, by name, with the time when they did."""
    names = [f for f in os.listdir(folder) if BROKE.match(f) and not f.endswith(".log")]
    return {f: os.stat(os.path.join(folder, f)).st_mtime_ns for f in names}


def take_numbers(log, result):
    runs = re.findall(r"stat::number_of_executed_units: (\d+)", log)
    covers = re.findall(r"cov: (\d+)", log)
    result.executions += int(runs[-1]) if runs else 0
    result.coverage = max([result.coverage] + [int(c) for c in covers])


def run_once(options, name, seconds, result):
    """False when there is no use in another run."""
    corpus = os.path.join(options.work, "corpus", name)
    crashes = os.path.join(options.work, "crashes", name)
    dictionary = dictionary_of(options, name)
    seeds = [os.path.join(options.source, "tests/fuzz/seeds", name),
             os.path.join(options.work, "seeds", name)]
    command = [os.path.abspath(os.path.join(options.programs, "fuzz_" + name)),
               "-max_total_time=%d" % seconds, "-max_len=%d" % HARNESSES[name][0],
               "-timeout=%d" % TIMEOUT_SECONDS, "-rss_limit_mb=%d" % RSS_LIMIT_MB,
               "-print_final_stats=1", "-artifact_prefix=%s/" % crashes]
    if dictionary:
        command.append("-dict=" + dictionary)
    command += [corpus] + [s for s in seeds if os.path.isdir(s)]
    os.makedirs(corpus, exist_ok=True)
    os.makedirs(crashes, exist_ok=True)
    before = broken_inputs(crashes)
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                          env=dict(os.environ, UBSAN_OPTIONS="print_stacktrace=1"),
                          check=False)
    log = done.stdout.decode("utf-8", "replace")
    take_numbers(log, result)
    new = {os.path.join(crashes, f) for f, when in broken_inputs(crashes).items()
           if before.get(f) != when}
    for path in new:
        with open(path + ".log", "w", encoding="utf-8") as file:
            file.write(log)
    # Again the same one: a seed breaks it, and the others are never reached.
    stuck = new and new <= set(result.crashes)
    result.crashes = sorted(new | set(result.crashes))
    if done.returncode != 0 and not new:
        result.failure = log[-4000:]
    return done.returncode == 0 or (new and not stuck)


def run(options, name):
    """Goes on after a crash as long as there is time: the next may be another one."""
    result = Result(name)
    started = time.monotonic()
    while (left := options.seconds - (time.monotonic() - started)) >= 1:
        goes_on = run_once(options, name, left, result)
        if not goes_on or len(result.crashes) >= MOST_CRASHES:
            break
    result.seconds = time.monotonic() - started
    return result


def print_row(result):
    print("%-14s %8.0f %12d %9d %8d" % (result.name, result.seconds, result.executions,
                                        result.coverage, len(result.crashes)), flush=True)


def names_to_run(options, parser):
    sources = glob.glob(os.path.join(options.source, "tests/fuzz/fuzz_*.c"))
    names = sorted(os.path.basename(s)[len("fuzz_"):-len(".c")] for s in sources)
    for name in names:
        if name not in HARNESSES:
            parser.error("fuzz_%s.c has no row in HARNESSES" % name)
    for name in options.names:
        if name not in names:
            parser.error("no harness %s: there are %s" % (name, " ".join(names)))
    return options.names or names


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--programs", required=True)
    parser.add_argument("--source", required=True)
    parser.add_argument("--work", required=True)
    parser.add_argument("--seconds", type=int, default=60)
    parser.add_argument("names", nargs="*")
    options = parser.parse_args()
    names = names_to_run(options, parser)
    os.makedirs(options.work, exist_ok=True)
    subprocess.run([sys.executable,
                    os.path.join(options.source, "tests/fuzz/make-seeds.py"),
                    options.source, os.path.join(options.work, "seeds")], check=True)
    print("%-14s %8s %12s %9s %8s" % ("harness", "seconds", "executions", "coverage",
                                      "crashes"), flush=True)
    results = []
    for name in names:
        results.append(run(options, name))
        print_row(results[-1])
    for result in results:
        for path in result.crashes:
            print("%s: %s" % (result.name, path))
        if result.failure:
            print("%s failed:\n%s" % (result.name, result.failure))
    return 1 if any(r.crashes or r.failure for r in results) else 0


if __name__ == "__main__":
    sys.exit(main())
