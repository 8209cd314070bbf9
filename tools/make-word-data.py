#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Makes the word data of `xclaim draft` out of WordNet 3.0.

    tools/make-word-data.py /usr/share/wordnet core/lexicon/en

The first folder is that of Debian's wordnet-base (or WordNet's own dict/); the two files
word-frequencies.tsv and thesaurus.tsv are written into the second.  The same WordNet gives
the same bytes.

Frequencies come from two texts that WordNet holds: how often each lemma is meant in the
tagged Brown Corpus (cntlist.rev), and how often each word stands in its definitions and
example sentences.  A tagged word counts four times: running text says more of how common a
word is than definitions do.
"""
import collections
import os
import re
import sys

PARTS = (("n", "noun"), ("v", "verb"), ("a", "adj"), ("r", "adv"))
# The part of speech that a sense key names: noun, verb, adjective, adverb, satellite.
KEY_PARTS = {"1": "n", "2": "v", "3": "a", "4": "r", "5": "a"}
TAGGED_WEIGHT = 4
# Words below 2 to this power are as rare as a word needs to be, and not listed.
LEAST_CLASS = 5
# A word as rare as this gets no entry in the thesaurus: nobody would draft it.
LEAST_ENTRY = 16
# The share of a word's tagged uses from which on a sense gives synonyms, or relatives.
SYNONYM_SHARE = .25
# Tagged uses from which on they tell which senses a word mostly has.
ENOUGH_TAGS = 3
RELATIVE_SHARE = .1
# Relatives that say something else: who does it, what can be done, what it is like.
DOERS = re.compile("(er|or|ee|able|ible|ness|ly|hood|ship|ish|ity|i[sz]e)$")
# What the definitions say of words that nobody should be offered.
RUDE = re.compile("offensive|slur|obscene|vulgar|disparag|insulting|contemptuous")

NOTICE = """\
# WordNet 3.0 Copyright 2006 by Princeton University.  All rights reserved.
#
# Permission to use, copy, modify and distribute this software and database and its
# documentation for any purpose and without fee or royalty is hereby granted, provided
# that you agree to comply with the following copyright notice and statements, including
# the disclaimer, and that the same appear on ALL copies of the software, database and
# documentation, including modifications that you make for internal use or for
# distribution.
#
# THIS SOFTWARE AND DATABASE IS PROVIDED "AS IS" AND PRINCETON UNIVERSITY MAKES NO
# REPRESENTATIONS OR WARRANTIES, EXPRESS OR IMPLIED.  BY WAY OF EXAMPLE, BUT NOT
# LIMITATION, PRINCETON UNIVERSITY MAKES NO REPRESENTATIONS OR WARRANTIES OF
# MERCHANTABILITY OR FITNESS FOR ANY PARTICULAR PURPOSE OR THAT THE USE OF THE LICENSED
# SOFTWARE, DATABASE OR DOCUMENTATION WILL NOT INFRINGE ANY THIRD PARTY PATENTS,
# COPYRIGHTS, TRADEMARKS OR OTHER RIGHTS.
#
# The name of Princeton University or Princeton may not be used in advertising or publicity
# pertaining to distribution of the software and/or database.  Title to copyright in this
# software, database and any associated documentation shall at all times remain with
# Princeton University and LICENSEE agrees to preserve same.
"""

FREQUENCIES_HEAD = """\
# How common words are, for weighing the words of a draft.  Made by tools/make-word-data.py
# out of WordNet 3.0; do not edit.
#
#   word TAB class
#
# class is the binary logarithm, rounded down, of how often the word was counted (a lemma
# tagged in the Brown Corpus four times, a word of a definition or example once).  Words
# below %d are not listed: all of them are rare.
#
"""

THESAURUS_HEAD = """\
# Words that may stand for a word, for drafts.  Made by tools/make-word-data.py out of
# WordNet 3.0; do not edit.
#
#   word TAB words, separated by single spaces
#
# Single words only: synonyms in the senses that the word mostly has, and words derived
# from it ("die": death) or that it is derived from ("australian": australia).
#
"""


def lines_of(folder, name):
    with open(os.path.join(folder, name), encoding="utf-8") as file:
        return [line for line in file if not line.startswith("  ")]


def is_word(text):
    return re.fullmatch("[a-z]{3,}", text) is not None


class WordNet:
    def __init__(self, folder):
        self.tagged = collections.Counter()  # (lemma, part, number of the sense)
        self.synsets = {}  # (part, offset): words, pointers
        self.senses = collections.defaultdict(list)  # lemma: (synset, times tagged)
        self.glossed = collections.Counter()
        for line in lines_of(folder, "cntlist.rev"):
            key, number, times = line.split()
            lemma, rest = key.split("%")
            self.tagged[lemma, KEY_PARTS[rest[0]], int(number)] += int(times)
        for part, name in PARTS:
            for line in lines_of(folder, "data." + name):
                self.read_synset(part, line)
            for line in lines_of(folder, "index." + name):
                self.read_index(part, line)

    def read_synset(self, part, line):
        data, gloss = line.split("| ", 1)
        fields = data.split()
        n_words = int(fields[3], 16)
        words = [re.sub(r"\(.*\)", "", w).lower() for w in fields[4:4 + 2 * n_words:2]]
        at = 4 + 2 * n_words
        pointers = []
        for i in range(int(fields[at])):
            sign, offset, target_part, ends = fields[at + 1 + 4 * i:at + 5 + 4 * i]
            pointers.append((sign, (target_part.replace("s", "a"), offset),
                             int(ends[:2], 16), int(ends[2:], 16)))
        if RUDE.search(gloss):
            words, pointers = [], []
        self.synsets[part, fields[0]] = words, pointers
        self.glossed.update(re.findall("[a-z]+", gloss.lower()))

    def read_index(self, part, line):
        fields = line.split()
        for number, offset in enumerate(fields[-int(fields[2]):], 1):
            self.senses[fields[0]].append(
                ((part, offset), number, self.tagged[fields[0], part, number]))

    def counts(self):
        out = collections.Counter(self.glossed)
        for (lemma, _, _), times in self.tagged.items():
            for word in lemma.split("_"):
                out[word] += TAGGED_WEIGHT * times
        return out

    def main_senses(self, lemma, share):
        """The synsets that have at least this share of the lemma's tagged uses.  With too
        few to tell it is the first, of a lemma of one part of speech only: nobody knows
        whether "gull" is mostly the bird or "to fool"."""
        total = sum(times for _, _, times in self.senses[lemma])
        parts = {synset[0] for synset, _, _ in self.senses[lemma]}
        for synset, number, times in self.senses[lemma]:
            if times >= share * total if total >= ENOUGH_TAGS else number == len(parts) == 1:
                yield synset

    def synonyms(self, lemma):
        return {word for synset in self.main_senses(lemma, SYNONYM_SHARE)
                for word in self.synsets[synset][0]}

    def relatives(self, lemma):
        """Words that share the stem: "+" derivationally related, "\\" pertains to."""
        for synset in self.main_senses(lemma, RELATIVE_SHARE):
            words, pointers = self.synsets[synset]
            for sign, target, from_word, to_word in pointers:
                if sign in "+\\" and from_word and words[from_word - 1] == lemma:
                    yield from (word for word in self.synsets[target][0][to_word - 1:to_word]
                                if not DOERS.search(word))


def write(path, head, lines):
    with open(path, "w", encoding="utf-8") as file:
        file.write(head + NOTICE)
        file.writelines(line + "\n" for line in lines)


def number_words(folder):
    """Figures are slots of a draft: "xxx" would never be a synonym for "thirty" there, and
    in a choice of words it would match what has nothing to do with numbers."""
    with open(os.path.join(folder, "number-words.tsv"), encoding="utf-8") as file:
        return {line.split("\t")[0] for line in file if not line.startswith("#")}


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    wordnet = WordNet(sys.argv[1])
    counts = wordnet.counts()
    listed = sorted(w for w in counts if is_word(w) and counts[w] >= 2 ** LEAST_CLASS)
    write(os.path.join(sys.argv[2], "word-frequencies.tsv"),
          FREQUENCIES_HEAD % 2 ** LEAST_CLASS,
          ["%s\t%d" % (w, counts[w].bit_length() - 1) for w in listed])
    numbers = number_words(sys.argv[2])
    entries = []
    for lemma in sorted(wordnet.senses):
        if not is_word(lemma) or lemma in numbers:
            continue
        relatives = set(wordnet.relatives(lemma))
        words = sorted(w for w in relatives | wordnet.synonyms(lemma)
                       if is_word(w) and w != lemma)
        if words and counts[lemma] >= LEAST_ENTRY:
            entries.append("%s\t%s" % (lemma, " ".join(words)))
    write(os.path.join(sys.argv[2], "thesaurus.tsv"), THESAURUS_HEAD, entries)


if __name__ == "__main__":
    main()
