#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""The house rules that a program can check (HACKING.md, "The rooms").

    lint.py [--library build/libxclaim.a] [--objects build] [--rules]

Run in the source folder.  Each fault is told with the name of its rule; --rules lists the
names.  tests/lint/selftest breaks every rule once, and tests/lint.test sees it found.
"""
import argparse
import collections
import glob
import os
import re
import subprocess
import sys

RULES = {
    "order": "includes between rooms go one way",
    "library": "a library's headers are included by one .c of the project",
    "header": "no header of a library in a header of ours",
    "first": "config.h comes first in a .c, its own header second",
    "licence": "every file begins with its licence line",
    "lines": "no file over 800 lines",
    "function": "no function over 80 lines",
    "banned": "no function that invites overruns, or depends on locale or chance",
    "malloc": "only base/arena.c allocates",
    "typedef": "no typedef of a struct, union or enum",
    "name": "public structs, unions, enums and functions begin with xc_",
    "state": "no mutable file-scope state in the pure rooms",
    "pure": "the pure rooms call nothing that touches the world",
}

# In the order of DESIGN's table: a room may include those before it.
ROOMS = ["base", "data", "text", "value", "lexicon", "source", "web", "rule", "match", "stance",
         "event", "origin", "verdict", "engine", "author", "report"]
WORLD = ["io", "cli"]
SYSTEM = {"assert.h", "errno.h", "fcntl.h", "limits.h", "signal.h", "stdarg.h", "stdbool.h",
          "stddef.h", "stdint.h", "stdio.h", "stdlib.h", "string.h", "time.h", "unistd.h",
          "dirent.h", "setjmp.h", "spawn.h", "sys/ioctl.h", "sys/resource.h", "sys/stat.h",
          "sys/types.h", "sys/wait.h", "inttypes.h", "poll.h"}
# Which headers are a library's, and the one file that may include them.
LIBRARIES = [
    ("threads", r"(pthread|sched)\.h", "core/io/crew.c"),
    ("pcre2", r"pcre2\.h", "core/rule/regex.c"),
    ("utf8proc", r"utf8proc\.h", "core/text/fold.c"),
    ("libyaml", r"yaml\.h", "core/data/yaml.c"),
    ("jansson", r"jansson\.h", "core/data/json.c"),
    ("libxml2", r"libxml/.*", "core/data/markup.c"),
    ("zlib", r"zlib\.h", "core/data/gzip.c"),
    ("zstd", r"zstd(_errors)?\.h", "core/data/zstd.c"),
    ("cmark-gfm", r"cmark-gfm.*\.h", "core/source/markdown.c"),
    ("iconv", r"iconv\.h", "core/io/charset.c"),
    ("the x86 compiler", r"immintrin\.h", "core/text/simd_x86.c"),
    ("the ARM compiler", r"arm_neon\.h", "core/text/simd_neon.c"),
]
BANNED = {"strcpy", "strcat", "sprintf", "vsprintf", "strtok", "atoi", "atol", "atof", "gets",
          "setlocale", "rand", "srand", "strtod", "isalpha", "isdigit", "isspace", "isupper",
          "islower", "isalnum", "ispunct", "tolower", "toupper", "setjmp", "longjmp", "alloca",
          "system", "popen"}
# Libraries that may not see an allocation fail: these files unwind out of them, and keep
# the session of a library whose allocator gets no context (HACKING.md, "Exceptions").
UNWINDS = {
    "core/source/allocation.c": {"session", "registry", "n_registry"},
    "core/data/json.c": {"library_memory"},
    "core/data/markup_memory.c": {"markup_memory", "registry", "n_registry"},
    "core/rule/regex.c": set(),
}
ALLOCATORS = {"malloc", "calloc", "realloc", "free", "strdup", "strndup", "asprintf"}
ALLOCATES = "core/base/arena.c"
MOST_LINES = 800
MOST_FUNCTION_LINES = 80
# What the pure rooms may take from outside: memory, strings, formatting, the libraries.
ALLOWED = re.compile(
    r"^(malloc|free|mem(chr|cmp|cpy|move|set|rchr|mem)|str(len|cmp|ncmp|chr|rchr|spn|cspn)|"
    r"v?snprintf|abort|qsort|bsearch|__assert_fail|__stack_chk_fail|__(v?sn?printf|mem"
    r"(cpy|set|move)|strcpy)_chk|_GLOBAL_OFFSET_TABLE_|"
    r"__cpu_model|__u(div|mod|divmod)ti[34]|_setjmp|longjmp|__tls_get_addr|"
    r"pcre2_\w+_8|utf8proc_\w+|yaml_\w+|json_\w+|jsonp?_\w+|cmark_\w+|"
    r"xml\w+|html\w+|inflate\w*|ZSTD_\w+)$")
# … but not what a library could reach the world with.
REACHES_OUT = re.compile(
    r"^(json_(load|dump)(_file|f|fd|_callback)|yaml_\w+_set_\w+_file|cmark_parse_file|"
    r"(xml|html)\w*(File|Filename|FILE|URL|Fd|HTTP|FTP|IO|Catalog)\w*|"
    r"xmlGetExternalEntityLoader)$")


class Lint:
    def __init__(self):
        self.faults = []

    def tell(self, rule, where, what):
        assert rule in RULES, rule
        self.faults.append("%s: %s (%s)" % (where, what, rule))


def read(path):
    with open(path, encoding="utf-8") as file:
        return file.read()


def room_of(path):
    return path.split("/")[1]


def without_comments(text):
    """The code with comments and the content of strings left out, line for line."""
    def blank(match):
        piece = match.group(0)
        return '""' if piece.startswith('"') else "\n" * piece.count("\n")
    return re.sub(r'/\*.*?\*/|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])\'', blank, text,
                  flags=re.S)


def check_include(lint, path, name):
    room = room_of(path)
    other = name.split("/")[0]
    if other in ROOMS + WORLD and "/" in name:
        if room in ROOMS and (other in WORLD or ROOMS.index(other) > ROOMS.index(room)):
            lint.tell("order", path, "%s/ may not include %s" % (room, name))
        return
    for library, headers, user in LIBRARIES:
        if re.fullmatch(headers, name):
            if path.endswith(".h"):
                lint.tell("header", path, "a header includes %s of %s" % (name, library))
            elif path != user:
                lint.tell("library", path, "only %s may include %s" % (user, name))
            return
    lint.tell("library", path, "%s is of no library that is known" % name)


def check_includes(lint, path, text):
    names = re.findall(r'^#include [<"]([^>"]+)[>"]', text, flags=re.M)
    for name in names:
        if name not in SYSTEM and name != "config.h":
            check_include(lint, path, name)
    header = path[len("core/"):-2] + ".h"
    if path.endswith(".c"):
        if names[:1] != ["config.h"]:
            lint.tell("first", path, "config.h does not come first")
        elif os.path.exists("core/" + header) and names[1:2] != [header]:
            lint.tell("first", path, "its own header does not come second")


def check_calls(lint, path, code):
    called = set(re.findall(r"(?<![\w.>])(\w+)\(", code))
    for name in sorted(called & BANNED):
        if not (path in UNWINDS and name in ("setjmp", "longjmp")):
            lint.tell("banned", path, "uses %s" % name)
    if path != ALLOCATES:
        for name in sorted(called & ALLOCATORS):
            lint.tell("malloc", path, "uses %s" % name)


def check_functions(lint, path, code):
    """Functions begin and end with a brace in the first column."""
    begins = None
    lines = code.split("\n")
    for number, line in enumerate(lines, 1):
        if line == "{":
            begins = number
        elif line == "}" and begins is not None:
            n_lines = number - begins - 1
            if n_lines > MOST_FUNCTION_LINES:
                lint.tell("function", "%s:%d" % (path, begins),
                          "a function of %d lines" % n_lines)
            begins = None


def check_names(lint, path, code):
    if re.search(r"\btypedef\s+(struct|union|enum)\b[^(;]*[{;]", code):
        lint.tell("typedef", path, "a typedef hides what it is")
    if not path.endswith(".h"):
        return
    for kind, name in re.findall(r"^(struct|union|enum) (\w+) \{", code, flags=re.M):
        if not name.startswith("xc_"):
            lint.tell("name", path, "%s %s" % (kind, name))
    # A prototype begins in the first column; static inline ones are the file's own.
    for name in re.findall(r"^(?!static|typedef|#|struct \w+ \{)[a-zA-Z][\w \*]*?[\s\*](\w+)\(",
                           code, flags=re.M):
        if not re.match(r"xc_|XC_|__attribute__", name):
            lint.tell("name", path, "function %s" % name)


def check_state(lint, path, code):
    known = UNWINDS.get(path, set())
    for line in code.split("\n"):
        match = re.match(r"(?:static |_Thread_local )+(?!const\b|inline\b)[^()]*?"
                         r"(\w+)(?:\[[^\]]*\])*(?: = .*|;|,)$", line)
        if match and " const " not in line.split("=")[0] and match.group(1) not in known:
            lint.tell("state", path, "mutable: %s" % line.strip())


def check_file(lint, path):
    text = read(path)
    code = without_comments(text)
    if not text.startswith("/* SPDX-License-Identifier: Apache-2.0 */\n"):
        lint.tell("licence", path, "no licence line")
    if text.count("\n") > MOST_LINES:
        lint.tell("lines", path, "over %d lines" % MOST_LINES)
    check_includes(lint, path, text)
    check_calls(lint, path, code)
    check_functions(lint, path, code)
    check_names(lint, path, code)
    if room_of(path) in ROOMS and path.endswith(".c"):
        check_state(lint, path, code)


def run(*command):
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def undefined(path):
    """What an object or library wants from outside of itself."""
    own = {line.split()[-1] for line in run("nm", "--defined-only", path).splitlines()
           if len(line.split()) == 3}
    wanted = {line.split()[1] for line in run("nm", "-u", path).splitlines()
              if line.split()[:1] == ["U"] and len(line.split()) == 2}
    return wanted - own


def check_library(lint, library):
    for name in sorted(undefined(library)):
        if not ALLOWED.match(name) or REACHES_OUT.match(name):
            lint.tell("pure", library, "a pure room calls %s" % name)
    # Constant tables of pointers stand in .data.rel.ro; what may change, in .data or .bss.
    known = set().union(*UNWINDS.values())
    for line in run("objdump", "-t", library).splitlines():
        match = re.match(r"\S+ .{7} (\.t?data|\.t?bss)\t\S+ (\S+)$", line)
        if match and match.group(2) not in known | {match.group(1)}:
            lint.tell("state", library, "mutable data: %s" % match.group(2))


def check_objects(lint, folder):
    """The whole program's objects: a macro can't hide a banned function from these."""
    paths = sorted(glob.glob(os.path.join(folder, "core/*/*.o")))
    if not paths:
        lint.tell("banned", folder, "no objects to look at")
        return
    for line in run("nm", "-A", "-u", *paths).splitlines():
        path, _, name = line.replace(":", " ").split()
        if name in BANNED - {"setjmp", "longjmp"}:
            lint.tell("banned", os.path.relpath(path, folder), "wants %s" % name)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--library")
    parser.add_argument("--objects")
    parser.add_argument("--rules", action="store_true")
    options = parser.parse_args()
    if options.rules:
        for name, rule in RULES.items():
            print("%-9s %s" % (name, rule))
        return 0
    lint = Lint()
    paths = sorted(glob.glob("core/*/*.[ch]"))
    for path in paths:
        check_file(lint, path)
    for library, _, user in LIBRARIES:
        if not os.path.exists(user):
            lint.tell("library", user, "the file for %s is not there" % library)
    if options.library:
        check_library(lint, options.library)
    if options.objects:
        check_objects(lint, options.objects)
    for fault in lint.faults:
        print(fault)
    print("lint: %d files, %d faults" % (len(paths), len(lint.faults)))
    return 1 if lint.faults or not paths else 0


if __name__ == "__main__":
    sys.exit(main())
