#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Lets every allocation and every call to the system fail, one after another.

    torture.py --binary PATH --shim fail.so [--only TEXT] [--jobs N] LIST CASES

LIST names cases below CASES, one a line: the case's directory and options to add to its
command, or another command instead, as a shell would split them.  "<FILE" gives standard
input, "+FILE" an old file at that place.  FULL=1 in the environment adds every other case
that has a command and takes no more than a moment.  What fails is in fail.c.

For the n-th call, n = 1, 2, …, failing once and from there on, the program must end by
itself in time, with nothing leaked, and in one of these ways:

  code 4 and a message; a file named by -o is as it was before;
  the undisturbed code and the undisturbed output, to the byte;
  code 3 or 2 and a message, when an input could not be opened, looked at or read; with 3
  the report is whole.

A read or write that is interrupted or moves only one byte must leave no trace at all.
"""
import argparse
import collections
import concurrent.futures
import json
import os
import re
import shlex
import shutil
import signal
import stat
import subprocess
import sys
import tempfile
import time

SECONDS = 300
A_MOMENT = 0.3
OLD = b"what was here before\n"
INPUT_KINDS = ("open", "read", "folder", "stat")
SHOWN_FAULTS = 12
SKIP = 77
USAGE = 2

# How one run ended: out, err and file are bytes (file None: there is none).
Ending = collections.namedtuple("Ending", "signal code out err live file")


class Fault(Exception):
    pass


class Skipped(Exception):
    pass


def read(path):
    try:
        with open(path, "rb") as file:
            return file.read()
    except FileNotFoundError:
        return None


def parse_live(text):
    """Blocks and files still held at the end, by call site."""
    lines = (line.rsplit(" ", 1) for line in (text or b"").decode().splitlines())
    return {site: int(count) for site, count in lines}


def make_writable(folder):
    for parent, _, _ in os.walk(folder):
        os.chmod(parent, stat.S_IRWXU)


def command_of(case):
    with open(os.path.join(case, "command"), encoding="utf-8") as file:
        return shlex.split(file.read())


class Case:
    """One line of the list in a folder of its own."""

    def __init__(self, line, cases, options, folder):
        words = shlex.split(line)
        self.name = line
        self.options = options
        self.home = os.path.join(folder, "case")
        self.dir = os.path.join(folder, "said")
        shutil.copytree(os.path.join(cases, words[0]), self.home, symlinks=True,
                        ignore=shutil.ignore_patterns("expected*"))
        make_writable(self.home)
        # Settings above it are nobody's business.
        os.mkdir(os.path.join(folder, ".git"))
        os.mkdir(self.dir)
        self.stdin = "/dev/null"
        self.arguments = []
        if len(words) < 2 or words[1].startswith(("-", "<", "+")):
            self.arguments = command_of(self.home)
        for word in words[1:]:
            if word.startswith("<"):
                self.stdin = os.path.join(self.home, word[1:])
            elif word.startswith("+"):
                with open(os.path.join(self.home, word[1:]), "wb") as file:
                    file.write(OLD)
            else:
                self.arguments.append(word)
        self.output = None
        if "-o" in self.arguments:
            name = self.arguments[self.arguments.index("-o") + 1]
            # It is read and removed again: nothing but a file of the copy will do.
            if os.path.isabs(name) or ".." in name:
                raise Fault("output outside of the case: %s" % name)
            self.output = os.path.join(self.home, name)
            self.old = read(self.output)
            if self.old is not None:
                shutil.copy(self.output, os.path.join(self.dir, "before"))
        if os.path.exists(os.path.join(self.home, "setup.sh")):
            done = subprocess.run(["sh", "setup.sh"], cwd=self.home)
            if done.returncode == SKIP:
                raise Skipped
            done.check_returncode()

    def is_slow(self):
        began = time.monotonic()
        with open(self.stdin, "rb") as stdin:
            subprocess.run([self.options.binary] + self.arguments, cwd=self.home,
                           stdin=stdin, stdout=subprocess.DEVNULL,
                           stderr=subprocess.DEVNULL)
        self.put_back()
        return time.monotonic() - began > A_MOMENT

    def put_back(self):
        """Makes the output what it was."""
        if self.output is None:
            return
        if os.path.exists(self.output):
            os.remove(self.output)
        if self.old is not None:
            shutil.copy(os.path.join(self.dir, "before"), self.output)

    def run(self, **extra):
        """Runs the program once; how it ended."""
        environment = {k: v for k, v in os.environ.items()
                       if k not in ("NO_COLOR", "COLUMNS")}
        environment.update(extra, LC_ALL="C", TORTURE_DIR=self.dir,
                           LD_PRELOAD=self.options.shim)
        if self.output is not None:
            environment["TORTURE_OUTPUT"] = self.output
        paths = [os.path.join(self.dir, name) for name in ("main-out", "main-err")]
        with open(self.stdin, "rb") as stdin, open(paths[0], "w+b") as out, \
                open(paths[1], "w+b") as err:
            done = subprocess.run([self.options.binary] + self.arguments, cwd=self.home,
                                  env=environment, stdin=stdin, stdout=out, stderr=err,
                                  timeout=SECONDS)
        ending = Ending(max(-done.returncode, 0), done.returncode, read(paths[0]),
                        read(paths[1]), parse_live(read(os.path.join(self.dir, "live"))),
                        read(self.output) if self.output else None)
        self.put_back()
        return ending

    def kept(self, hash_text):
        """What fail.c kept under a hash; None for no file."""
        if int(hash_text, 16) == 0:
            return None
        return read(os.path.join(self.dir, hash_text))

    def endings(self):
        """Yields (call, kind, mode, ending) of every failure of a sweep."""
        kept = {}
        for line in (read(os.path.join(self.dir, "log")) or b"").decode().splitlines():
            words = line.split()
            number, kind, mode = int(words[0]), words[1], words[2]
            if words[3] == "again":
                yield number, kind, mode, self.run(TORTURE_AT=str(number), TORTURE_MODE=mode)
                continue
            ended = tuple(words[4:])
            if ended not in kept:
                out, err, live, file = (self.kept(text) for text in words[6:])
                kept[ended] = Ending(int(words[4]), int(words[5]), out or b"", err or b"",
                                     parse_live(live), file)
            yield number, kind, mode, kept[ended]

    def left_over(self):
        return [name for _, _, names in os.walk(self.home) for name in names
                if name.startswith(".xclaim-")]


def last_line(report):
    """A report's last line without its numbers."""
    lines = report.decode("utf-8", "replace").rstrip().splitlines()
    return re.sub(r"\d+", "N", lines[-1]).replace("sources", "source") if lines else ""


def is_lines_of_json(report):
    """Whether the report is NDJSON, which ends with its summary."""
    return report.startswith(b"{") and b'\n{"type": "summary"' in report


def check_whole(case, ending, base):
    """A report that may tell of less must have its end."""
    to_file = case.output is not None
    report = (ending.file if to_file else ending.out) or b""
    undisturbed = (base.file if to_file else base.out) or b""
    try:
        if is_lines_of_json(undisturbed):
            *_, last = [json.loads(line) for line in report.splitlines()]
            if last.get("type") != "summary":
                raise ValueError
        elif undisturbed.startswith(b"{"):
            json.loads(report)
        elif last_line(undisturbed).endswith("unread"):
            if last_line(report) != last_line(undisturbed):
                raise ValueError
        elif undisturbed and not report.endswith(b"\n"):
            raise ValueError
    except ValueError as error:
        raise Fault("code 3 and a part of the report") from error


def leaks(ending, base):
    return ["%s: %d instead of %d" % (site, count, base.live.get(site, 0))
            for site, count in ending.live.items() if count > base.live.get(site, 0)]


def is_undisturbed(ending, base):
    return (ending.code, ending.out, ending.file) == (base.code, base.out, base.file)


def check_ended(ending):
    if ending.signal == signal.SIGALRM:
        raise Fault("no end in time")
    if ending.signal:
        raise Fault("died of %s" % signal.Signals(ending.signal).name)


def classify(case, kind, mode, ending, base):
    """How a failure was met: "absorbed", "reported" or "skipped"."""
    check_ended(ending)
    held = leaks(ending, base)
    if held:
        raise Fault("holds at the end " + ", ".join(held))
    if is_undisturbed(ending, base) and (ending.err == base.err or mode != "interrupted"):
        return "absorbed"
    if mode in ("interrupted", "short"):
        raise Fault("leaves a trace")
    if ending.code == 4:
        if kind == "allocate" and b"out of memory" not in ending.err:
            raise Fault("code 4 without its message")
        if ending.err == base.err:
            raise Fault("code 4 without a message")
        if case.output is not None and ending.file != case.old:
            raise Fault("code 4 and a file")
        return "reported"
    if ending.code in (2, 3) and kind in INPUT_KINDS:
        if ending.err == base.err and ending.out == base.out:
            raise Fault("code %d without a message" % ending.code)
        if ending.code == 2 and case.output is not None and ending.file != case.old:
            raise Fault("code 2 and a file")
        if ending.code == 3 and case.arguments[0] == "report":
            check_whole(case, ending, base)
        return "skipped"
    raise Fault("code %d, undisturbed %d" % (ending.code, base.code))


def torture(line, cases, options):
    """Sweeps one case; a counter of how failures were met, and what is wrong."""
    met = collections.Counter()
    faults = []
    with tempfile.TemporaryDirectory() as folder:
        case = Case(line, cases, options, folder)
        if line not in options.listed and case.is_slow():
            raise Skipped
        base = case.run()
        check_ended(base)
        for number, kind, mode, ending in case.endings():
            try:
                met[kind, classify(case, kind, mode, ending, base)] += 1
            except Fault as fault:
                said = ending.err.decode("utf-8", "replace").strip().splitlines()
                faults.append("call %d (%s, %s): %s; said: %s" % (
                    number, kind, mode, fault, said[-1] if said else "nothing"))
        faults += ["left behind: %s" % name for name in case.left_over()]
        if not met and not faults and base.code != USAGE:
            faults.append("nothing was made to fail")
    return met, faults


def read_options():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--binary", required=True)
    parser.add_argument("--shim", required=True)
    parser.add_argument("--only", default="", help="only lines with this text")
    parser.add_argument("--jobs", type=int, default=os.cpu_count())
    parser.add_argument("list")
    parser.add_argument("cases")
    options = parser.parse_args()
    options.binary = os.path.abspath(options.binary)
    options.shim = os.path.abspath(options.shim)
    return options


def try_line(line, options):
    try:
        return torture(line, options.cases, options)
    except Skipped:
        return collections.Counter(), []
    except (Fault, OSError, subprocess.SubprocessError) as error:
        return collections.Counter(), [str(error)]


def lines_of(options):
    """The lines of the list; with FULL=1 every other case with a command, too."""
    with open(options.list, encoding="utf-8") as file:
        lines = [line.strip() for line in file if line.strip() and line[0] != "#"]
    options.listed = set(lines)
    if os.environ.get("FULL") == "1":
        listed = {line.split()[0] for line in lines}
        cases = (os.path.relpath(folder, options.cases)
                 for folder, _, names in os.walk(options.cases) if "command" in names)
        lines += sorted(case for case in cases if case not in listed and
                        "/dev/" not in " ".join(command_of(os.path.join(options.cases, case))))
    return [line for line in lines if options.only in line]


def main():
    options = read_options()
    began = time.monotonic()
    lines = lines_of(options)
    total = collections.Counter()
    n_faults = 0
    with concurrent.futures.ThreadPoolExecutor(options.jobs) as pool:
        results = pool.map(lambda line: try_line(line, options), lines)
        for line, (met, faults) in zip(lines, results):
            total.update(met)
            n_faults += len(faults)
            if faults:
                print("FAIL %s" % line)
                for fault in faults[:SHOWN_FAULTS]:
                    print("    %s" % fault)
                if len(faults) > SHOWN_FAULTS:
                    print("    and %d more" % (len(faults) - SHOWN_FAULTS))
    for kind in sorted({kind for kind, _ in total}):
        print("torture: %-8s %s" % (kind, ", ".join(
            "%d %s" % (n, how) for (of, how), n in sorted(total.items()) if of == kind)))
    print("torture: %d cases, %d failures tried, %d faults, %.0f s" % (
        len(lines), sum(total.values()) + n_faults, n_faults, time.monotonic() - began))
    return 1 if n_faults or not lines else 0


if __name__ == "__main__":
    sys.stdout.reconfigure(errors="backslashreplace")
    sys.exit(main())
