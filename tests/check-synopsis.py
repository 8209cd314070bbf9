#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Holds what a command is called with to what it takes.

    check-synopsis.py PROGRAM xclaim.1 core/cli

Of every command, the options of its --help, those of its usage, those of its SYNOPSIS in the
man page and those of its table in the program must be the same, and the man page's
SYNOPSIS must read as the usage does.  --config and --no-config, which all that read
settings take, stand in no usage.
"""
import re
import subprocess
import sys

EVERYWHERE = {"--config", "--no-config"}
MACRO = re.compile(r"\.(B|I|BR|RB|BI|IB|RI|IR)\b ?(.*)")
ARGUMENT = re.compile(r'"([^"]*)"|(\S+)')
TABLE_ROW = re.compile(r'\{"([a-z-]+)",\s*(?:\'(.)\'|0),\s*(true|false)\}')
HELP_ROW = re.compile(r"^ {2,6}(?:(-\w), )?(--[a-z-]+)", re.M)


def plain(text):
    return re.sub(r"\\f.", "", text).replace("\\-", "-")


def read_synopses(path):
    """The SYNOPSIS as plain lines, one for each way to call a command."""
    with open(path, encoding="utf-8") as file:
        part = file.read().split(".SH SYNOPSIS\n")[1].split("\n.SH ")[0]
    words = []
    for line in part.split("\n"):
        macro = MACRO.match(line)
        if line == ".br":
            words.append("\n")
            continue
        arguments = [a or b for a, b in ARGUMENT.findall(macro.group(2))] if macro else [line]
        between = " " if macro and len(macro.group(1)) == 1 else ""
        words.append(plain(between.join(arguments)))
    return [" ".join(line.split()) for line in " ".join(words).split("\n")]


def help_of(program, command):
    done = subprocess.run([program, command, "--help"], stdout=subprocess.PIPE, check=True)
    usage, details = done.stdout.decode().split("\n\n", 1)
    calls = re.split(r"\n {7}(?=xclaim )", usage[len("usage: "):])
    return [" ".join(call.split()) for call in calls], details


def options_in(calls, long_names):
    found = set(re.findall(r"(?<![\w-])--?[a-z][a-z-]*", " ".join(calls)))
    return {long_names.get(name, name) for name in found}


def faults_of(program, command, synopses, rooms):
    calls, details = help_of(program, command)
    rows = HELP_ROW.findall(details)
    long_names = dict(rows)
    listed = {name for _, name in rows}
    with open("%s/%s.c" % (rooms, command), encoding="utf-8") as file:
        taken = {"--" + row[0]: "-" + row[1] if row[1] else ""
                 for row in TABLE_ROW.findall(file.read())}
    if calls != [line for line in synopses if line.startswith("xclaim %s" % command)]:
        yield "the man page's synopsis is not the usage: %s" % calls
    differ = options_in(calls, long_names) ^ (listed - EVERYWHERE)
    if differ:
        yield "usage and list of options differ: %s" % sorted(differ)
    if {name: short for short, name in rows} != taken:
        yield "what is listed is not what is taken: %s" % sorted(set(taken) ^ listed)


def main():
    program, page, rooms = sys.argv[1:]
    overview = subprocess.run([program, "--help"], stdout=subprocess.PIPE, check=True).stdout
    commands = [c for c in re.findall(r"^  (\w+) ", overview.decode(), re.M) if c != "help"]
    synopses = read_synopses(page)
    n_failed = 0
    for command in commands:
        faults = list(faults_of(program, command, synopses, rooms))
        for fault in faults:
            print("FAIL %s: %s" % (command, fault))
        n_failed += bool(faults)
    print("synopsis: %d passed, %d failed" % (len(commands) - n_failed, n_failed))
    return 1 if n_failed or not commands else 0


if __name__ == "__main__":
    sys.exit(main())
