#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Makes a corpus in which it is known who shares text with whom.

    made_corpus.py ARTICLES FOLDER [--seed N]

Writes FOLDER/articles.jsonl, about ARTICLES articles of some 400 words in made-up words between
English ones, and FOLDER/joins.tsv, the pairs of articles that share text: id TAB id TAB kind.

reprint       the whole story at two to six outlets, under other headlines
syndication   one story at 500 outlets (at a tenth of the articles where there are few)
partial       a third to two thirds of a story within other text
rewrite       an agency's story with a word or two changed in every sentence
quotation     one quotation, masked, cut or mistyped, in reports that share nothing else

Not planted, and therefore wrong when joined: independent reports of one event, which share its
names, titles, numbers and stock phrases; blocks that outlets print under every article; and
copies in which a number of every sentence is another.
"""
import argparse
import json
import os
import random

SYLLABLES = ["ba", "ker", "mi", "ton", "sal", "ven", "dor", "pli", "gra", "nuk", "fer", "lo",
             "tas", "rim", "quo", "hal", "bri", "zen", "cor", "wis", "mar", "eld", "sto", "pan"]
ENDINGS = {"noun": ["", "er", "ment", "ion"], "verb": ["ed"], "adj": ["ish", "al", "ous"]}
STOCK = ["at the time of the accident", "according to people familiar with the matter",
         "who asked not to be named", "could not immediately be reached for comment",
         "in a statement released on Monday morning", "the first of its kind in the country"]
TITLES = ["Prime Minister", "Finance Minister", "Chief Executive", "Police Commissioner"]
SWEARS = ["fucking", "f**king", "f---ing", "[expletive]"]
BOILERPLATE = "Share it in the comments below and sign up for our free newsletter every morning."


class Words:
    def __init__(self, pick):
        self.pick = pick
        self.known = {kind: self.make(kind, n) for kind, n in
                      (("noun", 6000), ("verb", 2500), ("adj", 2500))}
        self.names = [w.capitalize() for w in self.make("noun", 1500)]

    def make(self, kind, n):
        words = set()
        while len(words) < n:
            stem = "".join(self.pick.choice(SYLLABLES) for _ in range(self.pick.choice((2, 3))))
            words.add(stem + self.pick.choice(ENDINGS[kind]))
        return sorted(words)

    def one(self, kind):
        return self.pick.choice(self.known[kind])

    def name(self):
        return self.pick.choice(self.names)

    def clause(self):
        return "the %s %s %s the %s %s" % (self.one("adj"), self.one("noun"), self.one("verb"),
                                           self.one("adj"), self.one("noun"))

    def sentence(self):
        form = self.pick.randrange(4)
        if form == 0:
            text = "%s while %s near %s" % (self.clause(), self.clause(), self.name())
        elif form == 1:
            text = "%s with %d of the %s and %s" % (self.clause(), self.pick.randrange(11, 900),
                                                    self.one("noun"), self.clause())
        elif form == 2:
            text = "in %s %s because %s had %s it" % (self.name(), self.clause(),
                                                      self.one("noun"), self.one("verb"))
        else:
            text = "%s and was %s by the %s of %s" % (self.clause(), self.one("verb"),
                                                      self.one("noun"), self.name())
        return text[0].upper() + text[1:] + "."

    def story(self, n=20):
        return [self.sentence() for _ in range(n)]

    def quotation(self):
        words = "we %s the %s %s and %s every %s in the %s" % (
            self.one("verb"), self.one("adj"), self.one("noun"), self.one("verb"),
            self.one("noun"), self.one("noun"))
        return words.split()

    def said(self, words):
        return "\"%s,\" said %s %s of %s." % (" ".join(words), self.name(), self.name(),
                                              self.name())

    def change(self, sentence):
        """One or two words replaced or dropped, never a number."""
        words = sentence.split()
        places = [i for i, w in enumerate(words[1:-1], 1) if w.islower() and len(w) > 3]
        for i in sorted(self.pick.sample(places, min(len(places), self.pick.choice((1, 2)))),
                        reverse=True):
            if self.pick.random() < 0.5:
                words[i] = self.one("adj")
            else:
                del words[i]
        return " ".join(words)

    def vary(self, words):
        words = list(words)
        form = self.pick.randrange(4)
        if form == 0:
            words.insert(self.pick.randrange(1, 4), self.pick.choice(SWEARS))
        elif form == 1:
            i = max(range(len(words)), key=lambda k: len(words[k]))
            words[i] = words[i][:2] + words[i][3] + words[i][2] + words[i][4:]
        elif form == 2:
            words[0] = "[They]"
        else:
            words = words[:-3] + ["..."]
        return words


class Corpus:
    def __init__(self, articles, folder, seed):
        self.pick = random.Random(seed)
        self.words = Words(self.pick)
        self.wanted = articles
        self.n = 0
        self.out = open(os.path.join(folder, "articles.jsonl"), "w", encoding="utf-8")
        self.joins = open(os.path.join(folder, "joins.tsv"), "w", encoding="utf-8")

    def write(self, sentences):
        """One article of three sentences a paragraph; returns its id."""
        name = "%07d" % self.n
        outlet = self.pick.randrange(max(600, self.wanted // 100))
        paragraphs = [" ".join(sentences[i:i + 3]) for i in range(0, len(sentences), 3)]
        if outlet % 2 == 0:
            paragraphs.append("Outlet %d. %s" % (outlet, BOILERPLATE))
        json.dump({"id": name, "publisher": "paper %d" % outlet,
                   "title": self.words.sentence()[:-1],
                   "published": "2031-%02d-%02d" % (1 + self.n % 12, 1 + self.n % 28),
                   "text": "\n\n".join(paragraphs)}, self.out)
        self.out.write("\n")
        self.n += 1
        return name

    def join(self, names, kind):
        for i, a in enumerate(names):
            for b in names[i + 1:]:
                self.joins.write("%s\t%s\t%s\n" % (a, b, kind))

    def reprint(self):
        story = self.words.story()
        self.join([self.write(story) for _ in range(self.pick.randrange(2, 7))], "reprint")

    def partial(self):
        story = self.words.story()
        part = story[:self.pick.randrange(7, 14)]
        rest = self.words.story(20 - len(part))
        self.join([self.write(story), self.write(rest[:3] + part + rest[3:])], "partial")

    def rewrite(self):
        story = self.words.story()
        self.join([self.write(story), self.write([self.words.change(s) for s in story])],
                  "rewrite")

    def quotation(self):
        words = self.words.quotation()
        names = []
        for i in range(2):
            story = self.words.story()
            story.insert(5, self.words.said(words if i == 0 else self.words.vary(words)))
            names.append(self.write(story))
        self.join(names, "quotation")

    def event(self):
        """Independent reports of one event."""
        w = self.words
        who = "%s %s %s" % (self.pick.choice(TITLES), w.name(), w.name())
        place, number = w.name(), self.pick.randrange(11, 900)
        for _ in range(3):
            story = w.story()
            for phrase in self.pick.sample(STOCK, 3):
                story.insert(self.pick.randrange(len(story)), "%s of %s %s the %s of the %d %s %s." % (
                    who, place, w.one("verb"), w.one("noun"), number, w.one("noun"), phrase))
            self.write(story)

    def numbers(self):
        """A copy that says another number in every sentence."""
        story = ["In %d years %s" % (self.pick.randrange(11, 400), s[0].lower() + s[1:])
                 for s in self.words.story()]
        self.write(story)
        self.write([" ".join([s.split()[0], str(int(s.split()[1]) + 500)] + s.split()[2:])
                    for s in story])

    def run(self):
        story = self.words.story()
        n = min(500, max(2, self.wanted // 10))
        self.join([self.write(story) for _ in range(n)], "syndication")
        kinds = [self.reprint] + [self.partial] * 2 + [self.rewrite] * 2 + [self.quotation] * 2 + \
            [self.event] * 3 + [self.numbers] + [lambda: self.write(self.words.story())] * 12
        while self.n < self.wanted:
            self.pick.choice(kinds)()
        self.out.close()
        self.joins.close()


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("articles", type=int)
    parser.add_argument("folder")
    parser.add_argument("--seed", type=int, default=20310506)
    options = parser.parse_args()
    Corpus(options.articles, options.folder, options.seed).run()


if __name__ == "__main__":
    main()
