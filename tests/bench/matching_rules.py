#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Rule sets for `make bench`, made from the words of articles by a fixed generator.

    matching_rules.py TEXT N rare|common inflected|exact FOLDER

TEXT holds articles between form feeds.  A word is rare when it stands there at most once
in 20,000 words (in a small text, three times), common when it is more frequent but at most once in 500.  For each
pattern a sentence is drawn, and from it two or three such words in their order:

    70 %  a .. b          20 %  a & b          10 %  a .. b .. c

so that every pattern matches somewhere.  A word is inflected as it stands in a pattern,
and "=word" is that form only.  Three patterns make a claim, 6,000 a rule file.
"""
import collections
import os
import random
import re
import sys

SEED = 20310506
WINDOW = 8
PER_CLAIM = 3
PER_FILE = 6000
DRAWS = 400  # for each pattern, before the sentences are thought used up


def pool_of(counts, n_words, kind):
    rare = max(3, n_words // 20000)
    common = max(rare + 1, n_words // 500)
    if kind == "rare":
        return {w for w, n in counts.items() if n <= rare and len(w) > 3}
    return {w for w, n in counts.items() if rare < n <= common and len(w) > 2}


def draw(pick, sentences, pool):
    sentence = pick.choice(sentences)
    first = pick.randrange(len(sentence))
    near = [w for w in sentence[first:first + WINDOW] if w in pool]
    shape = pick.random()
    n = 3 if shape >= .9 else 2
    if len(near) < n or len(set(near)) < len(near):
        return None
    words = [near[i] for i in sorted(pick.sample(range(len(near)), n))]
    return words, (" & " if .7 <= shape < .9 else " .. ")


def patterns(text, n, kind, inflected):
    pick = random.Random(SEED)
    sentences = [re.findall(r"[a-z]+", s) for s in re.split(r"[.!?\n\f]+", text.lower())]
    sentences = [s for s in sentences if len(s) > 1]
    counts = collections.Counter(w for s in sentences for w in s)
    pool = pool_of(counts, sum(counts.values()), kind)
    made = {}
    for _ in range(n * DRAWS):
        if len(made) == n:
            break
        drawn = draw(pick, sentences, pool)
        if drawn is not None:
            words, joint = drawn
            made[joint.join(w if inflected else "=" + w for w in words)] = None
    return list(made)


def write_rules(made, folder):
    os.makedirs(folder, exist_ok=True)
    for first in range(0, len(made), PER_FILE):
        number = first // PER_FILE
        with open(os.path.join(folder, "bench-%03d.yaml" % number), "w",
                  encoding="utf-8") as file:
            file.write("xclaim: 1\ntopic: bench-%03d\ntitle: Bench\nclaims:\n" % number)
            for at in range(first, min(first + PER_FILE, len(made)), PER_CLAIM):
                file.write("- id: c%d\n  statement: Claim %d.\n  match:\n" % (at, at))
                for pattern in made[at:min(at + PER_CLAIM, first + PER_FILE)]:
                    file.write('  - "%s"\n' % pattern)


def main():
    path, n, kind, inflected, folder = sys.argv[1:6]
    with open(path, encoding="utf-8") as file:
        made = patterns(file.read(), int(n), kind, inflected == "inflected")
    write_rules(made, folder)
    print(len(made))


if __name__ == "__main__":
    main()
