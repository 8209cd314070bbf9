#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Runs the cases: a directory per behaviour, through the real binary.

    run-cases.py --binary PATH [--update] [--failing] [--valgrind] [--jobs N] DIRECTORY...

A case is a directory with `command` (arguments of xclaim, as a shell would split them, run
inside the directory) or `run.sh` (a script that calls "$XCLAIM"), and what must come out:
`expected.txt` (standard output), `expected-errors.txt` (standard error; missing: nothing),
`expected-exit` (missing: 0).  A file `setup.sh` is run in the copy first, for what git
can't hold (pipes, links, large files); when it exits with 77 the case is skipped.  Each
case runs in a fresh copy, without a terminal and with standard input closed off.  A case
with a file `no-valgrind` is skipped under valgrind.

--update    writes the expected files from what came out; read the diff before committing
--failing   the cases are known to fail: one that passes is the failure here
--valgrind  runs the binary under valgrind and fails on memory errors and leaks
"""
import argparse
import concurrent.futures
import difflib
import os
import shlex
import shutil
import stat
import subprocess
import sys
import tempfile

SECONDS = 60  # a busy machine is no fault
VALGRIND_SECONDS = 300
VALGRIND = ["valgrind", "-q", "--error-exitcode=99", "--leak-check=full"]
SUPPRESSIONS = os.path.join(os.path.dirname(os.path.abspath(__file__)), "valgrind.supp")
SKIP = 77


class Skipped(Exception):
    pass


def read(path, missing=""):
    if not os.path.exists(path):
        return missing
    with open(path, "rb") as file:
        return file.read().decode("utf-8", "surrogateescape")


def environment_for(binary):
    """What the user's shell says of language, colour and width must not matter."""
    kept = {k: v for k, v in os.environ.items() if k not in ("NO_COLOR", "COLUMNS")}
    return dict(kept, XCLAIM=binary, LC_ALL="C")


def set_up(copy, environment, valgrind):
    if valgrind and os.path.exists(os.path.join(copy, "no-valgrind")):
        raise Skipped
    if not os.path.exists(os.path.join(copy, "setup.sh")):
        return
    done = subprocess.run(
        ["sh", "setup.sh"], cwd=copy, env=environment, timeout=SECONDS)
    if done.returncode == SKIP:
        raise Skipped
    done.check_returncode()


def wrap_in_valgrind(folder, binary):
    """A script to run in the binary's place, so that run.sh needs to know nothing."""
    wrapper = os.path.join(folder, "xclaim")
    call = VALGRIND + ["--suppressions=" + SUPPRESSIONS,
                       "--log-file=" + os.path.join(folder, "log.%p"), binary]
    with open(wrapper, "w", encoding="utf-8") as file:
        file.write('#!/bin/sh\nexec %s "$@"\n' % shlex.join(call))
    os.chmod(wrapper, stat.S_IRWXU)
    return wrapper


def memory_errors(folder):
    logs = sorted(name for name in os.listdir(folder) if name.startswith("log."))
    return [line for name in logs for line in read(os.path.join(folder, name)).splitlines()]


def make_writable(folder):
    """The source folder may be read-only, and a case may take its own rights away."""
    os.chmod(folder, stat.S_IRWXU)
    for parent, folders, _ in os.walk(folder):
        for name in folders:
            path = os.path.join(parent, name)
            if not os.path.islink(path):
                os.chmod(path, stat.S_IRWXU)


def run(case, options):
    """Returns standard output, standard error, the exit code and memory errors."""
    with tempfile.TemporaryDirectory() as folder:
        copy = os.path.join(folder, "case")
        shutil.copytree(case, copy, symlinks=True,
                        ignore=shutil.ignore_patterns("expected*"))
        # Settings above it are nobody's business.
        os.mkdir(os.path.join(folder, ".git"))
        make_writable(copy)
        binary = options.binary
        if options.valgrind:
            binary = wrap_in_valgrind(folder, binary)
        environment = environment_for(binary)
        try:
            set_up(copy, environment, options.valgrind)
            if os.path.exists(os.path.join(copy, "run.sh")):
                command = ["sh", "run.sh"]
            else:
                command = [binary] + shlex.split(read(os.path.join(copy, "command")))
            done = subprocess.run(
                command, cwd=copy, env=environment, stdin=subprocess.DEVNULL,
                capture_output=True,
                timeout=VALGRIND_SECONDS if options.valgrind else SECONDS)
        finally:
            make_writable(copy)
        errors = memory_errors(folder)
    out = done.stdout.decode("utf-8", "surrogateescape")
    err = done.stderr.decode("utf-8", "surrogateescape")
    return out, err, done.returncode, errors


def differences(name, expected, actual):
    if expected == actual:
        return []
    found = list(difflib.unified_diff(
        expected.splitlines(), actual.splitlines(), name + " expected", name + " actual",
        lineterm="", n=2))
    return found or ["%s differs in its line ends" % name]


def write_expected(case, out, err, code):
    for name, text in (("expected.txt", out), ("expected-errors.txt", err),
                       ("expected-exit", "" if code == 0 else "%d\n" % code)):
        path = os.path.join(case, name)
        if text:
            with open(path, "wb") as file:
                file.write(text.encode("utf-8", "surrogateescape"))
        elif os.path.exists(path):
            os.remove(path)


def check(case, options):
    """What is wrong with the case, line by line; None when it was skipped."""
    try:
        out, err, code, memory = run(case, options)
    except subprocess.TimeoutExpired:
        return ["no end in time"]
    except Skipped:
        return None
    if options.update:
        write_expected(case, out, err, code)
        return memory
    found = differences("output", read(os.path.join(case, "expected.txt")), out)
    found += differences("errors", read(os.path.join(case, "expected-errors.txt")), err)
    wanted = int(read(os.path.join(case, "expected-exit"), "0"))
    if code != wanted:
        found.append("exit code %d, expected %d" % (code, wanted))
    return found + memory


def is_case(folder):
    return any(os.path.exists(os.path.join(folder, name)) for name in ("command", "run.sh"))


def judge(case, found, options):
    """Prints what is to be told of one case; returns whether it counts as failed."""
    if not options.failing:
        if found:
            print("FAIL %s" % case)
            print("\n".join("    " + line for line in found))
        return bool(found)
    if found:
        return False
    print("FAIL %s passes now: move it to the other cases" % case)
    return True


def read_options():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--binary", required=True)
    parser.add_argument("--update", action="store_true")
    parser.add_argument("--failing", action="store_true")
    parser.add_argument("--valgrind", action="store_true")
    parser.add_argument("--jobs", type=int, default=os.cpu_count())
    parser.add_argument("directory", nargs="+")
    options = parser.parse_args()
    options.binary = os.path.abspath(options.binary)
    if not os.access(options.binary, os.X_OK):
        parser.error("no program at %s" % options.binary)
    return options


def main():
    options = read_options()
    cases = sorted(folder for top in options.directory for folder, _, _ in os.walk(top)
                   if is_case(folder))
    n_failed = 0
    n_skipped = 0
    with concurrent.futures.ThreadPoolExecutor(options.jobs) as pool:
        results = pool.map(lambda case: check(case, options), cases)
        for case, found in zip(cases, results):
            if found is None:
                n_skipped += 1
                print("skip %s" % case)
            elif judge(case, found, options):
                n_failed += 1
    if not cases and not options.failing:
        print("no cases found")
        return 1
    print("cases: %d passed, %d failed%s" % (
        len(cases) - n_failed - n_skipped, n_failed,
        ", %d skipped" % n_skipped if n_skipped else ""))
    return 1 if n_failed else 0


if __name__ == "__main__":
    sys.stdout.reconfigure(errors="backslashreplace")
    sys.exit(main())
