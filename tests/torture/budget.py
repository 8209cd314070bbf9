#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Lets memory run out among the articles.

    budget.py --binary PATH --shim budget.so

A report on standard output that runs out of memory must end with code 4 and say so, and be,
claim for claim, the report on the articles that it lists, which are the first ones.  A file
named by -o stays as it was, and `check` says nothing at all.  How much memory a run takes is
measured first, so that no limit depends on the machine.
"""
import argparse
import json
import os
import subprocess
import sys
import tempfile

N = 600
SECONDS = 120
# Each part of what the articles take is allowed once.
WHOLE = 8
KINDS = ("records", "standard input", "files")
RULES = """xclaim: 1
topic: bridge
claims:
- {id: shut, statement: The bridge was shut., match: "bridge .. shut"}
- {id: gull, statement: A gull sat there., match: "gull .. sat"}
"""
TEXT = ("The bridge at Port %d was %s on Monday, said the clerk. "
        "A gull of %d weeks sat on the rail while all of it went on.")
MESSAGE = "memory ran out; the report ends with the %d articles read until then"


class Fault(Exception):
    pass


def text(i):
    return TEXT % (i, ("shut", "never shut")[i % 2], 3 * i)


def write(folder, name, content):
    path = os.path.join(folder, name)
    with open(path, "w", encoding="utf-8") as file:
        file.write(content)
    return path


def records(n):
    return "".join(json.dumps({"id": "%04d" % i, "publisher": "Post %d" % i, "text": text(i)})
                   + "\n" for i in range(n))


class Bench:
    """A folder with articles, and runs of the program in it."""

    def __init__(self, options, folder):
        self.options = options
        self.folder = folder
        write(folder, "rules.yaml", RULES)
        write(folder, "none.jsonl", "")
        os.mkdir(os.path.join(folder, "texts"))
        for i in range(N):
            write(folder, "texts/%04d.txt" % i, text(i) + "\n")

    def sources(self, kind, n):
        """The arguments that name the first n articles, and standard input."""
        if kind == "files":
            return ["texts/%04d.txt" % i for i in range(n)], os.devnull
        path = write(self.folder, "all.jsonl", records(n))
        return (["-"], path) if kind == "standard input" else (["all.jsonl"], os.devnull)

    def run(self, arguments, stdin=os.devnull, budget=None):
        """Code, output, errors and the most memory held."""
        peak = os.path.join(self.folder, "peak")
        environment = dict(os.environ, LD_PRELOAD=self.options.shim, BUDGET_PEAK=peak)
        if budget is not None:
            environment["BUDGET_BYTES"] = str(budget)
        with open(stdin, "rb") as file:
            done = subprocess.run([self.options.binary] + arguments, env=environment, stdin=file,
                                  cwd=self.folder, stdout=subprocess.PIPE,
                                  stderr=subprocess.PIPE, timeout=SECONDS)
        with open(peak, encoding="ascii") as file:
            held = int(file.read())
        return done.returncode, done.stdout.decode(), done.stderr.decode(), held

    def report(self, threads, kind, n, budget=None):
        arguments, stdin = self.sources(kind, n)
        return self.run(["report", "--no-config", "-j", threads, "-r", "rules.yaml", "-f",
                         "json"] + arguments, stdin, budget)


def told(output):
    """What a report says of its articles, and which they are."""
    try:
        report = json.loads(output)
    except json.JSONDecodeError:
        raise Fault("no report: %r" % output[:60]) from None
    return report["claims"], report["sources"]


def expect(condition, what):
    if not condition:
        raise Fault(what)


def check_short(bench, threads, kind, output, errors):
    """The articles that the report of a run without enough memory lists."""
    claims, sources = told(output)
    n = len(sources)
    expect(MESSAGE % n in errors and MESSAGE % n in output, "not told: " + errors)
    expect("xclaim: out of memory" in errors, "no last word")
    expect(n < N, "all articles")
    if n > 0:
        first = told(bench.report(threads, kind, n)[1])
        expect((claims, sources) == first, "not the report on the first %d articles" % n)
    return n


def try_report(bench, threads, kind):
    code, whole, _, most = bench.report(threads, kind, N)
    expect(code == 0, "code %d without a limit" % code)
    least = bench.report(threads, kind, 1)[3]
    n_most = 0
    for eighth in range(1, WHOLE):
        code, output, errors, _ = bench.report(threads, kind, N,
                                               least + (most - least) * eighth // WHOLE)
        try:
            expect(code in (0, 4), "code %d: %s" % (code, errors))
            if code == 4:
                n_most = max(n_most, check_short(bench, threads, kind, output, errors))
            else:
                expect(output == whole, "another report")
                n_most = N
        except Fault as fault:
            raise Fault("%d of %d eighths of the memory: %s" % (eighth, WHOLE, fault)) from None
    # What is on its way to a second thread may be most of it, among so few.
    expect(threads != "1" or n_most > N // 4, "never more than %d articles" % n_most)
    code, output, _, _ = bench.report(threads, kind, N, 4 * most)
    expect(code == 0 and output == whole, "another report with memory enough")


def try_whole_or_nothing(bench, arguments):
    """What can't be given whole is not given: -o stays as it was, check says nothing."""
    bench.sources("records", N)
    write(bench.folder, "one.jsonl", records(1).replace("0000", "new"))
    most = bench.run(arguments)[3]
    write(bench.folder, "out.txt", "before\n")
    bench.sources("records", 1)
    least = bench.run(arguments[:-1] + ["none.jsonl", arguments[-1]])[3]
    bench.sources("records", N)
    write(bench.folder, "out.txt", "before\n")
    code, output, errors, _ = bench.run(arguments, budget=least + (most - least) // 2)
    expect(code == 4, "code %d: %s" % (code, errors))
    expect("xclaim: out of memory" in errors, "not told")
    expect(output == "", "tells what is not whole")
    with open(os.path.join(bench.folder, "out.txt"), encoding="ascii") as file:
        expect(file.read() == "before\n", "the file was touched")
    left = [name for name in os.listdir(bench.folder) if "out.txt" in name]
    expect(left == ["out.txt"], "left %s" % left)


def tries(bench):
    """What is tried, by its name."""
    for kind in KINDS:
        for threads in "1", "2":
            yield ("report on %s, -j %s" % (kind, threads),
                   lambda kind=kind, threads=threads: try_report(bench, threads, kind))
    begin = ["--no-config", "-j", "1", "-r", "rules.yaml", "-o", "out.txt"]
    yield "report -o", lambda: try_whole_or_nothing(bench, ["report"] + begin + ["all.jsonl"])
    yield "check -o", lambda: try_whole_or_nothing(
        bench, ["check"] + begin + ["-a", "all.jsonl", "one.jsonl"])


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--binary", required=True)
    parser.add_argument("--shim", required=True)
    options = parser.parse_args()
    options.binary = os.path.abspath(options.binary)
    options.shim = os.path.abspath(options.shim)
    n_failed = 0
    n_passed = 0
    with tempfile.TemporaryDirectory() as folder:
        for name, call in tries(Bench(options, folder)):
            try:
                call()
                n_passed += 1
            except (Fault, subprocess.TimeoutExpired) as fault:
                print("FAIL %s: %s" % (name, fault))
                n_failed += 1
    print("memory: %d passed, %d failed" % (n_passed, n_failed))
    return 1 if n_failed else 0


if __name__ == "__main__":
    sys.exit(main())
