/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Rule files for test_rule_loader.c: good ones, and one for each fault.
 */
#ifndef XC_TESTS_RULE_ROWS_H
#define XC_TESTS_RULE_ROWS_H

#include <stddef.h>

/* As the documentation shows it. */
static const char design_example[] =
    "xclaim: 1\n"
    "topic: met-gala-2019\n"
    "title: Kim Kardashian at the 2019 Met Gala\n"
    "about: [Kardashian]                      # a source that names none of these\n"
    "event:\n"
    "  name: [Met Gala, Costume Institute Gala]\n"
    "  date: 2019-05-06\n"
    "  published: 2019-04-29..2020-04-30      # speaks for this instance\n"
    "  marks: [Thierry Mugler, Mr Pearl]      # words that only this instance has\n"
    "terms:\n"
    "  tie: [tie, lace, cinch, do up]\n"
    "  corset: [corset, bodice]\n"
    "claims:\n"
    "  - id: men-tying-corset\n"
    "    statement: Three men tied the corset.\n"
    "    match:\n"
    "      - \"{men:count} (man|guy) .. <tie> & <corset>\"\n"
    "    unless: [\"<tie> for\"]\n"
    "    value: {men: 3}\n"
    "    examples:\n"
    "      asserts:   [\"It took three men to lace her into the corset.\"]\n"
    "      denies:    [\"No team of three men tied the corset, her stylist said.\"]\n"
    "      discusses: [\"Did it really take three men to tie the corset?\"]\n"
    "      ignores:   [\"Three men tied for first place in a corset race.\"]\n";

static const char other_fields[] =
    "xclaim: 1\n"
    "topic: bridge\n"
    "claims:\n"
    "- {id: shut, statement: The bridge is shut., match: bridge .. shut}\n"
    "- id: cars\n"
    "  statement: Cars were turned back.\n"
    "  match:\n"
    "  - shut for {days:duration}\n"
    "  - '/(?<cars>\\d+) cars in (?<days>\\w+)/'\n"
    "  unless: \"{trains:count} trains\"\n"
    "  slots: {cars: count, days: duration}\n"
    "  changes: over-time\n"
    "  severity: note\n"
    "  tags: [traffic, 2019]\n"
    "  note: a running total\n";

static const char many_faults[] = "xclaim: 1\n"
                                  "topic: met gala\n"
                                  "titel: Gala\n"
                                  "terms: {a: [b, \"(c\"]}\n"
                                  "about: [Gala, \"<d>\"]\n"
                                  "event: {name: Gala}\n"
                                  "claims:\n"
                                  "  - id: é\n"
                                  "    match: \"a .. b\"\n"
                                  "  - id: two\n"
                                  "    statement: s\n"
                                  "    match: [\"a b\", \"a (b <x>\"]\n"
                                  "  - id: two\n"
                                  "    statement: s\n"
                                  "    match: a\n";

/* What goes before the claims, and a claim as far as its patterns. */
#define HEAD "xclaim: 1\ntopic: t\n"
#define CLAIM HEAD "claims:\n- id: c\n  statement: s\n"

static const struct {
    const char *text;
    size_t line;
    size_t column;
    const char *message;
    const char *hint; /* NULL: any */
} fault_rows[] = {
    {"- a\n", 1, 1, "a rule file is expected here", NULL},
    {"", 1, 1, "a rule file is expected here", NULL},
    {"topic: t\nclaims: [{id: c, statement: s, match: m}]\n", 1, 1,
     "a rule file needs the key 'xclaim'", "begin the file with xclaim: 1"},
    {"xclaim: 2\ntopic: t\nclaims: [{id: c, statement: s, match: m}]\n", 1, 9,
     "this version of the rule language is not known", "write xclaim: 1"},
    {"xclaim: 1\nclaims: [{id: c, statement: s, match: m}]\n", 1, 1,
     "a rule file needs the key 'topic'", NULL},
    {HEAD, 1, 1, "a rule file needs the key 'claims'", NULL},
    {HEAD "claims: []\n", 3, 9, "'claims' is a list of at least one claim", NULL},
    {HEAD "claims: {id: c}\n", 3, 9, "'claims' is a list of at least one claim",
     "begin each claim with a dash, as in - id: tied"},
    {HEAD "claims: [a]\n", 3, 10, "a claim is expected here", NULL},
    {CLAIM, 4, 3, "a claim needs the key 'match'", NULL},
    {HEAD "claims: [{id: c, match: m}]\n", 3, 10, "a claim needs the key 'statement'",
     NULL},
    {HEAD "claims: [{statement: s, match: m}]\n", 3, 10, "a claim needs the key 'id'",
     NULL},
    {HEAD "claims: [{id: , statement: s, match: m}]\n", 3, 15, "'id' is empty", NULL},
    {HEAD "claims: [{id: a b, statement: s, match: m}]\n", 3, 15, "'a b' is no id",
     "use letters, digits, '-', '_' and '.'"},
    {CLAIM "  match: m\n  statment: s\n", 7, 3, "unknown key 'statment' in a claim",
     "did you mean 'statement'? the keys are id, statement, match, unless, value, "
     "slots, changes, severity, examples, tags, note"},
    {CLAIM "  match: m\n- {id: c, statement: s, match: m}\n", 7, 8,
     "claim id 'c' is used twice; the first is on line 4", "give it another id"},
    {CLAIM "  match: []\n", 6, 10, "'match' is an empty list", NULL},
    {CLAIM "  match: [{men: count}]\n", 6, 11, "'match' takes text here",
     "put it in quotes when it holds : # [ or {"},
    {CLAIM "  match: tie <corset>\n", 6, 14, "unknown term 'corset'",
     "there are no terms"},
    {CLAIM "  match: 'tie <corset>'\n", 6, 15, "unknown term 'corset'", NULL},
    {CLAIM "  match:\n  - |\n    tie <corset>\n", 7, 5, "unknown term 'corset'", NULL},
    {CLAIM "  match: \"\\x74ie <corset>\"\n", 6, 10, "unknown term 'corset'", NULL},
    {CLAIM "  match: é <corset>\n", 6, 12, "unknown term 'corset'", NULL},
    {CLAIM "  match: /a(b/\n", 6, 14,
     "missing closing parenthesis (at byte 3 of the expression)", NULL},
    {CLAIM "  match: m\n  unless: (a\n", 7, 11, "'(' is never closed", NULL},
    {CLAIM "  match: m\n  slots: [a]\n", 7, 10,
     "'slots' gives each named group its kind", NULL},
    {CLAIM "  match: m\n  slots: {a: cuont}\n", 7, 14, "unknown kind 'cuont'", NULL},
    {CLAIM "  match: m\n  slots: {a: count}\n", 7, 11, "no pattern has the slot 'a'",
     NULL},
    {CLAIM "  match: /(?<a>m)/\n", 6, 14, "the group 'a' has no kind", NULL},
    {CLAIM "  match: ['m {a:count}', 'n {a:money}']\n", 6, 27,
     "slot 'a' is of kind money here and count elsewhere", NULL},
    {CLAIM "  match: 'm {a:count}'\n  unless: 'n {a:money}'\n", 7, 12,
     "slot 'a' is of kind money here and count elsewhere", NULL},
    {CLAIM "  match: 'm {men:count}'\n  value: 3\n", 7, 10,
     "'value' gives slots their values", "as in value: {men: 3}"},
    {CLAIM "  match: 'm {men:count}'\n  value: {man: 3}\n", 7, 11, "unknown slot 'man'",
     "did you mean 'men'? the slots are men"},
    {CLAIM "  match: m\n  value: {men: 3}\n", 7, 11, "unknown slot 'men'",
     "there are no slots"},
    {CLAIM "  match: 'm {men:count}'\n  value: {men: many}\n", 7, 16,
     "'many' can't be read as count", "write a number, as in 3 or at least 40"},
    {CLAIM "  match: 'm {t:duration}'\n  value: {t: 20}\n", 7, 14,
     "'20' can't be read as duration", "write a time with its unit, as in 20 years"},
    {CLAIM "  match: m\n  changes: overtime\n", 7, 12, "'changes' can't be 'overtime'",
     "did you mean 'over-time'? the words for it are over-time"},
    {CLAIM "  match: m\n  severity: high\n", 7, 13, "'severity' can't be 'high'",
     "the words for it are error, warning, note"},
    {CLAIM "  match: m\n  tags: [a, [b]]\n", 7, 13, "'tags' takes text here", NULL},
    {CLAIM "  match: m\n  examples: {assert: [a]}\n", 7, 14,
     "unknown key 'assert' in a claim's examples",
     "did you mean 'asserts'? the keys are asserts, denies, discusses, ignores"},
    {CLAIM "  match: m\n  examples: {denies: []}\n", 7, 22, "'denies' is an empty list",
     NULL},
    {CLAIM "  match: m\n  match: n\n", 7, 3, "duplicate key 'match', first on line 6",
     NULL},
    {CLAIM "  match: m\nevent: {}\n", 7, 8, "an event needs the key 'name'", NULL},
    {CLAIM "  match: m\nevent: gala\n", 7, 8, "an event is expected here", NULL},
    {CLAIM "  match: m\nevent: {name: '--'}\n", 7, 15, "'--' holds no word", NULL},
    {CLAIM "  match: m\nevent: {name: gala, date: 6 May}\n", 7, 27,
     "'6 May' is no date", "write 2019-05-06, 2019-05, 2019 or 2019-12-29..2020-01-02"},
    {CLAIM "  match: m\nevent: {name: gala, date: 2019-02-30}\n", 7, 27,
     "there is no 2019-02-30", "the calendar has no such date"},
    {CLAIM "  match: m\nevent: {name: gala, published: 2019-04-31..2019-06}\n", 7, 32,
     "there is no 2019-04-31", NULL},
    {CLAIM "  match: m\nevent: {name: gala, published: spring..2019-06}\n", 7, 32,
     "'spring' is no date", "write 2019-05-06, 2019-05 or 2019"},
    {CLAIM "  match: m\nevent: {name: gala, published: 2019}\n", 7, 32,
     "'2019' is no interval of dates", "as in 2019-04-29..2020-04-30"},
    {CLAIM "  match: m\nevent: {name: gala, date: 2019-05..2019-04}\n", 7, 27,
     "'date' ends before it begins", "put the earlier date first"},
    {CLAIM "  match: m\nevent: {name: gala, published: 2019-05..2019-04}\n", 7, 32,
     "'published' ends before it begins", "put the earlier date first"},
    {CLAIM "  match: m\nevent: {name: gala, year: 2019}\n", 7, 21,
     "unknown key 'year' in an event", NULL},
    {CLAIM "  match: m\nabout: '{n:count}'\n", 7, 9, "a slot has no use in 'about'",
     NULL},
    {CLAIM "  match: m\nterms: [a]\n", 7, 8, "'terms' gives names to lists of words",
     "as in terms: {corset: [corset, bodice]}"},
    {CLAIM "  match: m\nterms: {a: []}\n", 7, 12, "'terms' is an empty list", NULL},
    {CLAIM "  match: m\nterms: {a: [b, c|d]}\n", 7, 17, "a term's entry is words only",
     NULL},
    {CLAIM "  match: m\nterms: {'a>': [b]}\n", 7, 9, "'a>' can't name a term", NULL},
};

#endif
