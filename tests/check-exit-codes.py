#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Holds the table of exit codes in the man page to the cases that show them.

    check-exit-codes.py MAN-PAGE exit-codes.tsv CASES

The rows of the page and of the table are the same; each case ends with the code, by the
command.  That the cases do what they say is for run-cases.py to find out.
"""
import os
import shlex
import sys


def page_rows(path):
    with open(path, encoding="utf-8") as file:
        section = file.read().split('.SH "EXIT STATUS"')[1]
    lines = section.split("\n.TS\n")[1].split("\n.TE")[0].split("\n")
    rows = [line.replace("\\-", "-").split("\t") for line in lines if "\t" in line]
    return [tuple(row) for row in rows if row[0].isdigit()]


def table_rows(path):
    with open(path, encoding="utf-8") as file:
        return [tuple(line.rstrip("\n").split("\t")) for line in file
                if not line.startswith("#")]


def fault_of(folder, code, command):
    with open(os.path.join(folder, "command"), encoding="utf-8") as file:
        words = shlex.split(file.read())
    shown = "0"
    if os.path.exists(os.path.join(folder, "expected-exit")):
        with open(os.path.join(folder, "expected-exit"), encoding="utf-8") as file:
            shown = file.read().strip()
    if shown != code:
        return "ends with " + shown
    if command not in ("every", words[0]):
        return "runs " + words[0]
    return None


def main():
    page, table, cases = sys.argv[1:4]
    rows = table_rows(table)
    faults = []
    if page_rows(page) != [row[:3] for row in rows]:
        faults.append("%s and %s have other rows" % (page, table))
    for code, command, when, case in rows:
        fault = fault_of(os.path.join(cases, case), code, command)
        if fault:
            faults.append("%s %s (%s): %s %s" % (code, command, when, case, fault))
    print("\n".join(faults) if faults else "exit codes: %d rows, each with its case" % len(rows))
    sys.exit(bool(faults))


if __name__ == "__main__":
    main()
