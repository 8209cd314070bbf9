#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Makes seeds for the fuzz harnesses out of what the project has anyway.

    make-seeds.py SOURCE OUT

Articles of corpus/ and tests/cases/, rule files, their patterns and examples, and the
sentences of the cue lists become files OUT/NAME/… for the harness fuzz_NAME.c; the seeds in
tests/fuzz/seeds/ are those that were made by hand.  A harness that this program knows and
has found nothing for is an error: whatever it looked for has moved.
"""
import glob
import gzip
import os
import re
import shutil
import sys

MOST_BYTES = 16 << 10
BLOCK = b"\x1e1"
FILE = b"\x1d"
SENTENCES_A_SEED = 6
# What tests/cases expect to come out is no input.
EXPECTED = re.compile(r"/(expected[^/]*|command|note|[^/]*\.sh)$")


def files(source, *endings):
    """The small files of corpus/, rules/ and tests/cases/ with one of the endings."""
    found = []
    for folder in ("corpus", "rules", "tests/cases"):
        found += glob.glob(os.path.join(source, folder, "**/*"), recursive=True)
    for path in sorted(found):
        if path.endswith(endings) and os.path.isfile(path) and not EXPECTED.search(path):
            with open(path, "rb") as file:
                content = file.read(MOST_BYTES + 1)
            if 0 < len(content) <= MOST_BYTES:
                yield path, content


def is_rules(content):
    return re.search(rb"^xclaim:", content, flags=re.M) is not None


def patterns(content):
    """The patterns of a rule file, without its YAML: what stands in quotes, or after
    match."""
    text = content.decode("utf-8", "replace")
    for line in text.split("\n"):
        if re.match(r"\s*(-|match:|unless:|about:)", line):
            for found in re.findall(r"\"((?:[^\"\\]|\\.)+)\"|'([^']+)'", line):
                yield (found[0] or found[1]).encode()


def examples(content):
    text = content.decode("utf-8", "replace")
    for line in text.split("\n"):
        if re.match(r"\s*(asserts|denies|discusses|ignores):", line):
            for found in re.findall(r"\"((?:[^\"\\]|\\.)+)\"", line):
                yield found.encode()


def cue_sentences(source):
    for path in sorted(glob.glob(os.path.join(source, "core/lexicon/en/cues-*.tsv"))):
        with open(path, "rb") as file:
            for line in file.read().split(b"\n"):
                for cell in line.split(b"\t")[2:]:
                    if b": " in cell and not line.startswith(b"#"):
                        yield re.sub(rb"[\[\]]", b"", cell.split(b": ", 1)[1])


def groups(items, n):
    items = list(items)
    for i in range(0, len(items), n):
        yield items[i:i + n]


def article_seeds(source):
    for path, content in files(source, ".txt"):
        for name in ("plain_text", "text", "fold", "values", "stance"):
            yield name, content
        yield "report", os.path.basename(path).encode() + b"\n" + content
    for path, content in files(source, ".md", ".markdown"):
        yield "markdown", content
        yield "front_matter", content
        yield "report", os.path.basename(path).encode() + b"\n" + content
    for path, content in files(source, ".jsonl"):
        yield "json_lines", content
        yield "json", content.split(b"\n")[0]
        yield "report", os.path.basename(path).encode() + b"\n" + content
    for _, content in files(source, ".html", ".htm"):
        yield "html", content
        yield "markup", content
        yield "charset", content
        yield "report", os.path.basename(path).encode() + b"\n" + content
    for _, content in files(source, ".rss", ".atom", ".xml"):
        yield "feed", content
        yield "markup", content
        yield "report", os.path.basename(path).encode() + b"\n" + content
    for _, content in files(source, ".gz"):
        yield "gzip", content
    for _, content in files(source, ".zst"):
        yield "zstd", content


def folder_seeds(source):
    """Each folder of corpus/ as one run of several articles."""
    for folder in sorted(glob.glob(os.path.join(source, "corpus/*/"))):
        parts = []
        for path in sorted(glob.glob(folder + "*")):
            if path.endswith((".txt", ".md", ".jsonl", ".html", ".xml")):
                with open(path, "rb") as file:
                    parts.append(os.path.basename(path).encode() + b"\n" + file.read())
        yield "report", FILE.join(parts)[:MOST_BYTES]


def rule_seeds(source):
    for path, content in files(source, ".yaml", ".yml"):
        yield "yaml", content
        if os.path.basename(path) == "sources.yaml":
            yield "sources", content
        if os.path.basename(path) == "xclaim.yaml":
            yield "settings", content
            continue
        if b"\ndecisions:" in content:
            yield "decisions", content
        if not is_rules(content):
            continue
        yield "rules", content
        sentences = list(examples(content)) or [b"Three men tied the corset."]
        for i, pattern in enumerate(patterns(content)):
            sentence = sentences[i % len(sentences)]
            if pattern.startswith(b"/"):
                yield "regex", pattern.strip(b"/") + b"\n" + sentence
            else:
                yield "pattern", pattern + b"\n" + sentence
        for group in groups(sentences, SENTENCES_A_SEED):
            yield "values", b" ".join(group)
            yield "stance", BLOCK.join(group)


def sentence_seeds(source):
    for group in groups(cue_sentences(source), SENTENCES_A_SEED):
        yield "stance", BLOCK.join(group)
        yield "text", BLOCK.join(group)


def packed_seeds(source):
    for _, content in files(source, ".txt"):
        yield "gzip", gzip.compress(content, mtime=0)


# The harnesses that seeds are made for.
DERIVED = {"decisions", "fold", "front_matter", "gzip", "json", "json_lines", "markdown",
           "pattern", "plain_text", "report", "rules", "settings", "sources", "stance", "text",
           "values", "yaml"}


def main():
    if len(sys.argv) != 3:
        sys.exit("usage: make-seeds.py SOURCE OUT")
    source, out = sys.argv[1:]
    shutil.rmtree(out, ignore_errors=True)
    seen = {name: set() for name in DERIVED}
    for maker in (article_seeds, folder_seeds, rule_seeds, sentence_seeds, packed_seeds):
        for name, content in maker(source):
            made = seen.setdefault(name, set())
            if content in made:
                continue
            made.add(content)
            os.makedirs(os.path.join(out, name), exist_ok=True)
            with open(os.path.join(out, name, "%03d" % len(made)), "wb") as file:
                file.write(content)
    missing = sorted(name for name in DERIVED if not seen[name])
    if missing:
        sys.exit("make-seeds.py: nothing found for " + " ".join(missing))


if __name__ == "__main__":
    main()
