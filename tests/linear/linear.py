#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Holds the program to linear time and memory, shape by shape.

    linear.py --binary PATH [--only TEXT] [--full] [--times N] [--jobs N]

Twice the input may cost at most 2.3 times as much, less what an input of nothing costs.
What is counted is instructions, by cachegrind, and the peak of resident memory: a clock
would tell how busy the machine is.  Every second shape is tried, the others with --full or
when --only names them.  --times allows every shape so many times the work.
"""
import argparse
import concurrent.futures
import os
import re
import subprocess
import sys
import tempfile
import threading
import time

import shapes

HERE = os.path.dirname(os.path.abspath(__file__))
MOST = 2.3
# Bytes of input that are enough, and instructions that the larger run is worth.
MOST_TRIED = 256 << 10
WORTH = 120e6
# A rule file with a claim in it.
FEWEST_BYTES = 100
# Below this a difference of instructions is noise: the steps in which buffers grow.
LEAST_COUNTED = 5e6
# Below this a difference of memory is noise: pages, and the steps in which buffers grow.
LEAST_BYTES = 4 << 20
SECONDS = 600
ENDINGS = (0, 1, 3)  # 1: lint found something, which is what its shapes are for
ARTICLE = "The bridge was closed on Monday, the mayor said. It cost a million.\n"
CACHEGRIND = ["valgrind", "--tool=cachegrind", "--cache-sim=no",
              "--cachegrind-out-file=/dev/null"]


# Run by an interpreter of its own: a child's peak is at least that of whoever started it.
WATCH = """
import os, sys
nothing = os.open(os.devnull, os.O_WRONLY)
child = os.posix_spawn(sys.argv[1], sys.argv[1:], os.environ, file_actions=[
    (os.POSIX_SPAWN_DUP2, nothing, 1), (os.POSIX_SPAWN_DUP2, nothing, 2)])
_, status, usage = os.wait4(child, 0)
print(os.waitstatus_to_exitcode(status), usage.ru_maxrss)
"""


class Failed(Exception):
    pass


def write(folder, name, content):
    path = os.path.join(folder, name)
    with open(path, "wb") as file:
        file.write(content if isinstance(content, bytes) else content.encode())
    return path


def count_instructions(command):
    done = subprocess.run(CACHEGRIND + command, stdout=subprocess.DEVNULL,
                          stderr=subprocess.PIPE, timeout=SECONDS)
    found = re.search(rb"I\s+refs:\s+([\d,]+)", done.stderr)
    if found is None or done.returncode not in ENDINGS:
        raise Failed("code %d: %s" % (done.returncode, done.stderr[-300:].decode(
            "utf-8", "replace")))
    return int(found.group(1).replace(b",", b""))


def peak_bytes(command):
    """The most memory that a run took."""
    done = subprocess.run([sys.executable, "-S", "-E", "-c", WATCH] + command,
                          stdout=subprocess.PIPE, timeout=SECONDS, check=True)
    code, kibibytes = done.stdout.split()
    if int(code) not in ENDINGS:
        raise Failed("code %d" % int(code))
    return int(kibibytes) << 10


class Cache:
    """What an input of nothing costs, by its kind."""

    def __init__(self):
        self.lock = threading.Lock()
        self.costs = {}

    def get(self, kind, measure_it):
        with self.lock:
            if kind not in self.costs:
                self.costs[kind] = measure_it()
            return self.costs[kind]


class Bench:
    """Runs a shape at any size in a folder of its own."""

    def __init__(self, shape, options, folder):
        self.shape = shape
        self.options = options
        self.folder = folder

    def command(self, n):
        path = "%d.%s" % (n, self.shape.ending)
        if self.shape.what == "statements":
            statements = write(self.folder, path, self.shape.make(max(n, FEWEST_BYTES)))
            return [self.options.binary, "draft", "--from", statements]
        if self.shape.what == "report":
            old = self.shape.make(n)
            # Every verdict, position and value is another one.
            new = old.replace("agreement", "unsettled").replace("asserts", "denies")
            new = new.replace('"low": "', '"low": "1')
            return [self.options.binary, "diff", "-f", "json",
                    write(self.folder, "old-" + path, old),
                    write(self.folder, "new-" + path, new)]
        if self.shape.what == "decisions":
            decisions = write(self.folder, path, self.shape.make(n))
            article = write(self.folder, "%d.txt" % n, shapes.DECIDED(n))
            return [self.options.binary, "report", "-f", "json", "-r",
                    os.path.join(HERE, "rules.yaml"), "--decisions", decisions, article]
        if self.shape.what == "settings":
            settings = write(self.folder, path, self.shape.make(max(n, FEWEST_BYTES)))
            return [self.options.binary, "report", "--config", settings, "-r",
                    os.path.join(HERE, "rules.yaml"),
                    write(self.folder, "article.txt", ARTICLE)]
        if self.shape.what in ("record", "checked"):
            sources = [write(self.folder, path, self.shape.make(n)),
                       write(self.folder, "one.jsonl", self.shape.make(0))]
            if self.shape.what == "checked":
                sources.reverse()
            return [self.options.binary, "check", "-j", "1", "-f", "json", "--fail-on", "never",
                    "-r", os.path.join(HERE, "rules.yaml"), "--against"] + sources
        if self.shape.what == "article":
            rules = os.path.join(HERE, "rules.yaml")
            article = write(self.folder, path, self.shape.make(n) if n > 0 else "")
        else:
            rules = write(self.folder, path, self.shape.make(max(n, FEWEST_BYTES)))
            article = write(self.folder, "article.txt", ARTICLE)
        if self.shape.what == "lint":
            return [self.options.binary, "lint", "--fix", "-f", "json", rules]
        return [self.options.binary, "report", "-j", "1", "-f", "json", "-r", rules, article]

    def instructions(self, n):
        return count_instructions(self.command(n))

    def memory(self, n):
        return peak_bytes(self.command(n))


def measure(name, options):
    """The ratios of instructions and of memory, and the bytes that were tried first."""
    with tempfile.TemporaryDirectory() as folder:
        bench = Bench(shapes.SHAPES[name], options, folder)
        kind = bench.shape.ending if bench.shape.what == "article" else name
        none, none_bytes = options.nothing.get(
            kind, lambda: (bench.instructions(0), bench.memory(0)))
        n = bench.shape.least
        once = guess = bench.instructions(n) - none
        # A cheap shape shows as much only when there is more of it.
        # Rule files have narrow limits.
        grows = bench.shape.what in ("article", "report")
        while grows and guess * 4 < WORTH * options.times and n < MOST_TRIED * options.times:
            n *= 2
            guess *= 2
        if n > bench.shape.least:
            once = bench.instructions(n) - none
        twice = bench.instructions(2 * n) - none
        once_bytes = bench.memory(4 * n if grows else n) - none_bytes
        twice_bytes = bench.memory(8 * n if grows else 2 * n) - none_bytes
    return (twice / max(once, LEAST_COUNTED), twice_bytes / max(once_bytes, LEAST_BYTES), n)


def try_shape(name, options):
    """The line to print, and whether the shape passes."""
    try:
        instructions, memory, n = measure(name, options)
    except (Failed, subprocess.TimeoutExpired) as error:
        return "FAIL %-30s %s" % (name, error), False
    good = instructions <= MOST and memory <= MOST
    return "%s %-30s %4d KiB: instructions %.2f, memory %.2f" % (
        "ok  " if good else "FAIL", name, n >> 10, instructions, memory), good


def read_options():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--binary", required=True)
    parser.add_argument("--only", default="", help="only shapes with this text")
    parser.add_argument("--full", action="store_true", help="every shape")
    parser.add_argument("--times", type=int, default=1)
    parser.add_argument("--jobs", type=int, default=os.cpu_count())
    options = parser.parse_args()
    options.binary = os.path.abspath(options.binary)
    options.nothing = Cache()
    return options


def main():
    options = read_options()
    began = time.monotonic()
    names = [name for name in shapes.SHAPES if options.only in name]
    if not options.full and not options.only:
        names = names[::2]
    n_failed = 0
    with concurrent.futures.ThreadPoolExecutor(options.jobs) as pool:
        for line, good in pool.map(lambda name: try_shape(name, options), names):
            print(line, flush=True)
            n_failed += not good
    print("linear: %d shapes, %d failed, %.0f s" % (
        len(names), n_failed, time.monotonic() - began))
    return 1 if n_failed or not names else 0


if __name__ == "__main__":
    sys.exit(main())
