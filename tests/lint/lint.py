#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""The house rules that a program can check (HACKING.md, "The rooms").

    lint.py [--library build/libxclaim.a]

Includes between rooms go one way; each third-party header is included by one .c file; the
pure rooms call nothing that touches the world (by the library's undefined symbols); files
stay under 800 lines; functions that invite overruns are not used; every file has its
licence line; only base/arena.c allocates.
"""
import argparse
import collections
import glob
import os
import re
import subprocess
import sys

# In the order of DESIGN's table: a room may include those before it.
ROOMS = ["base", "data", "text", "value", "lexicon", "source", "rule", "match", "stance",
         "event", "origin", "verdict", "engine", "author", "report"]
WORLD = ["io", "cli"]
SYSTEM = {"assert.h", "errno.h", "fcntl.h", "limits.h", "signal.h", "stdarg.h", "stdbool.h",
          "stddef.h", "stdint.h", "stdio.h", "stdlib.h", "string.h", "time.h", "unistd.h",
          "dirent.h", "setjmp.h", "sys/ioctl.h", "sys/stat.h", "sys/types.h", "inttypes.h", "poll.h"}
BANNED = ["strcpy", "strcat", "sprintf", "vsprintf", "strtok", "atoi", "atol", "atof", "gets",
          "setlocale", "rand", "strtod", "isalpha", "isdigit", "isspace", "isupper",
          "islower", "isalnum", "ispunct", "tolower", "toupper", "setjmp", "longjmp"]
# Libraries whose allocator may not fail and gets no context of its own: these files unwind
# out of it and keep a thread's session (HACKING.md, "Exceptions").
UNWINDS = {"core/source/allocation.c": "session", "core/data/json.c": "library_memory"}
ALLOCATORS = ["malloc", "calloc", "realloc"]
MOST_LINES = 800
# What the pure rooms may take from outside: memory, strings, formatting, the libraries.
ALLOWED = re.compile(
    r"^(malloc|free|mem(chr|cmp|cpy|move|set|rchr|mem)|str(len|cmp|ncmp|chr|rchr|spn|cspn)|"
    r"v?snprintf|abort|qsort|bsearch|__assert_fail|__stack_chk_fail|__(v?sn?printf|mem"
    r"(cpy|set|move)|strcpy)_chk|_GLOBAL_OFFSET_TABLE_|"
    r"__u(div|mod|divmod)ti[34]|_setjmp|longjmp|__tls_get_addr|"
    r"pcre2_\w+_8|utf8proc_\w+|yaml_\w+|json_\w+|jsonp?_\w+|cmark_\w+)$")


def read(path):
    with open(path, encoding="utf-8") as file:
        return file.read()


def room_of(path):
    return path.split("/")[1]


def without_comments(text):
    text = re.sub(r"/\*.*?\*/", lambda m: "\n" * m.group(0).count("\n"), text, flags=re.S)
    return re.sub(r'"(\\.|[^"\\\n])*"', '""', text)


def check_includes(path, text, users, faults):
    room = room_of(path)
    for name in re.findall(r"^#include [<\"]([^>\"]+)[>\"]", text, flags=re.M):
        if name in SYSTEM or name == "config.h":
            continue
        other = name.split("/")[0]
        if other in ROOMS + WORLD and "/" in name:
            if room in ROOMS and (other in WORLD or
                                  ROOMS.index(other) > ROOMS.index(room)):
                faults.append("%s: %s/ may not include %s" % (path, room, name))
        else:
            users[name].add(path)
            if path.endswith(".h"):
                faults.append("%s: a header includes %s" % (path, name))


def check_text(path, text, faults):
    code = without_comments(text)
    if not text.startswith("/* SPDX-License-Identifier: Apache-2.0 */\n"):
        faults.append("%s: no licence line" % path)
    if text.count("\n") > MOST_LINES:
        faults.append("%s: over %d lines" % (path, MOST_LINES))
    banned = BANNED + ([] if path == "core/base/arena.c" or room_of(path) in WORLD
                       else ALLOCATORS)
    for name in banned:
        if path in UNWINDS and name in ("setjmp", "longjmp"):
            continue
        if re.search(r"\b%s\(" % name, code):
            faults.append("%s: uses %s" % (path, name))
    if path.endswith(".c") and room_of(path) != "io":
        header = path[len("core/"):-2] + ".h"
        first = re.findall(r'^#include "([^"]+)"', text, flags=re.M)
        if first[:1] != ["config.h"]:
            faults.append("%s: config.h does not come first" % path)
        elif os.path.exists("core/" + header) and first[1:2] != [header]:
            faults.append("%s: its own header does not come second" % path)
    if room_of(path) in ROOMS and path.endswith(".c") and path not in UNWINDS:
        for line in code.split("\n"):
            if re.match(r"static (?!const|inline|enum|struct|bool|size_t|void|int|char|uint"
                        r"|unsigned)[^()]*[;=]", line):
                faults.append("%s: mutable file-scope state: %s" % (path, line.strip()))


def check_symbols(library, faults):
    out = subprocess.run(["nm", "-u", library], capture_output=True, text=True, check=True)
    defined = subprocess.run(["nm", "--defined-only", library], capture_output=True,
                             text=True, check=True)
    own = {line.split()[-1] for line in defined.stdout.splitlines()
           if len(line.split()) == 3}
    for line in out.stdout.splitlines():
        words = line.split()
        if len(words) == 2 and words[0] == "U" and words[1] not in own:
            if not ALLOWED.match(words[1]):
                faults.append("%s: a pure room calls %s" % (library, words[1]))
    # Constant tables of pointers stand in .data.rel.ro; what may change, in .data or .bss.
    data = subprocess.run(["objdump", "-t", library], capture_output=True, text=True,
                          check=True)
    for line in data.stdout.splitlines():
        match = re.match(r"\S+ .{7} (\.t?data|\.t?bss)\t\S+ (\S+)$", line)
        if match and match.group(2) not in (match.group(1), *UNWINDS.values()):
            faults.append("%s: mutable data: %s" % (library, match.group(2)))


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--library")
    options = parser.parse_args()
    faults = []
    users = collections.defaultdict(set)
    paths = sorted(glob.glob("core/*/*.[ch]"))
    for path in paths:
        text = read(path)
        check_includes(path, text, users, faults)
        check_text(path, text, faults)
    for name, by in sorted(users.items()):
        if len(by) > 1 and not name.startswith("cmark-gfm"):
            faults.append("<%s> is included by %s" % (name, ", ".join(sorted(by))))
    if options.library:
        check_symbols(options.library, faults)
    for fault in faults:
        print(fault)
    print("lint: %d files, %d faults" % (len(paths), len(faults)))
    return 1 if faults or not paths else 0


if __name__ == "__main__":
    sys.exit(main())
