#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Checks that the three formats of one run tell the same.

    formats-agree.py REPORT.json REPORT.txt REPORT.md

JSON is the contract; the text (written without colour) and the Markdown are parsed by
their layout alone and must show the same topics, claims, verdicts, sources, positions,
lines, quotes, flags, decisions, groupings, problems and counts, in the same order.  Exit code 0 or 1.
"""

import html
import json
import re
import sys

HIDDEN = re.compile(
    "[\x00-\x1f\x7f-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f"
    "\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb"
    "\U0001d173-\U0001d17a\U000e0000-\U000e007f\U000e0100-\U000e01ef]"
)
# A piece that is not UTF-8: U+FFFD in JSON and Markdown, its bytes in text.
BAD = "\ufffd"
BAD_BYTES = re.compile(r"(?:\\x[89a-f][0-9a-f])+")
# Words with look-alikes that a view names for one mention.
SHOWN_WORDS = 4
VERDICTS = ["agreement", "contradiction", "single-source", "unsettled", "silent"]
UNMENTIONED = re.compile(r"SILENT\d+claims?thatnosourcementions:")
POSITIONS = {
    "asserts": "asserts",
    "denies": "denies",
    "discusses": "discusses",
    "conflicts": "conflicts with itself",
    None: "no position",
}
VERBS = {"strong": "confirmedby", "neutral": "says", "weak": "claimedby", None: "says"}
EVENTS = {
    "this": "",
    "other": "·aboutanotherevent",
    "undetermined": "·eventundetermined",
}


def shown(text):
    """How the views show text: hidden characters escaped, all white space gone."""
    text = re.sub(r"\r(?=\n)", "", text)
    text = re.sub(r"[ \t\n]+", "", text)
    return HIDDEN.sub(show_character, text)


def shown_name(text):
    """The same for an id, whose tabs and line ends are shown too."""
    return HIDDEN.sub(show_character, text).replace(" ", "")


def show_character(match):
    code = ord(match.group())
    return f"\\x{code:02x}" if code < 0x80 else f"<U+{code:04X}>"


def packed(lines):
    """Lines put together as shown() does; bad bytes become U+FFFD."""
    return BAD_BYTES.sub(BAD, re.sub(r"[ \t\n]+", "", "".join(lines)))


def merged(text):
    """A run of U+FFFD may stand for any number of bad pieces."""
    return re.sub(BAD + "+", BAD, text)


def same(told, expected):
    return merged(told) == merged(expected)


class Disagreement(Exception):
    """What one view tells otherwise."""


def require(what, told, expected):
    if not same(told, expected):
        raise Disagreement(f"{what}: shows {told!r}, JSON has {expected!r}")


def require_count(what, told, expected):
    if len(told) != len(expected):
        raise Disagreement(f"{what}: shows {len(told)}, JSON has {len(expected)}")


def require_prefix(what, told, expected):
    """told begins with expected; returns the rest."""
    told, expected = merged(told), merged(expected)
    if not told.startswith(expected):
        raise Disagreement(f"{what}: shows {told!r}, JSON has {expected!r}")
    return told[len(expected) :]


# --- the layouts: each gives topics, each a dict of name, claims, silent -----------


def split_at(lines, pattern):
    """The lines before the first match, and groups of lines that begin with one."""
    before, groups = [], []
    for line in lines:
        if pattern(line):
            groups.append([line])
        elif groups:
            groups[-1].append(line)
        else:
            before.append(line)
    return before, groups


def parse_text_claim(lines):
    def begins(prefix):
        return lambda line: line.startswith(prefix) and line[len(prefix)] not in " "

    head, sources = split_at(lines, begins("  "))
    told = []
    for source in sources:
        name, mentions = split_at(source, lambda line: line.startswith("    line "))
        told.append({"name": packed(name), "mentions": [packed(m) for m in mentions]})
    return {"head": packed(head), "sources": told}


def parse_text(text):
    lines = text.split("\n")
    if lines.pop() != "":
        raise Disagreement("does not end with a newline")
    lines = [line for line in lines if line]
    _, tail = split_at(lines, re.compile(r"\d+ claims?: ").match)
    lines = lines[: len(lines) - len(tail[-1])]
    body, problems = split_at(lines, re.compile(r"\d+ problems?$").match)
    words = "|".join(verdict.upper() for verdict in VERDICTS)
    is_claim = re.compile(rf"(?:{words}) {{2,}}").match
    topics, heading = [], []
    _, blocks = split_at(body, lambda line: line[0] != " " and not is_claim(line))
    for block in blocks:
        # A heading may take several lines; its rule ends it.
        heading.append(block[0])
        one_line = packed(heading)
        silent = re.search(r"·silent:(\d+)claims?,nomention$", one_line)
        if silent:
            name = one_line[: silent.start()]
            topics.append({"name": name, "claims": [], "silent": int(silent.group(1))})
            heading = []
        elif re.fullmatch("─+", block[0]):
            _, claims = split_at(block[1:], is_claim)
            parsed = [parse_text_claim(claim) for claim in claims]
            silent = ""
            if parsed and UNMENTIONED.match(parsed[-1]["head"]):
                silent = parsed.pop()["head"]
            name = packed(heading[:-1])
            topics.append({"name": name, "claims": parsed, "silent": silent})
            heading = []
    problems = [
        packed(problem)
        for problem in split_at(
            problems[0][1:] if problems else [],
            lambda line: re.match(r"  [^ ]", line),
        )[1]
    ]
    return {"topics": topics, "problems": problems, "summary": packed(tail[-1])}


def plain_markdown(line):
    """A line as a reader of the rendered page sees it; bold stands between « and »."""
    # What is escaped is set aside first, so that only the marks of the language stay.
    line = re.sub(
        r"\\([!-/:-@\[-`{-~])", lambda m: chr(0xF0000 + ord(m.group(1))), line
    )
    line = line.replace("<!-- -->", "")
    for mark in ("**", "<strong>"):
        closing = mark.replace("<", "</")
        line = re.sub(
            re.escape(mark) + "(.*?)" + re.escape(closing),
            "\U000f1000\\1\U000f1001",
            line,
        )
    if re.search(r"[*`\[\]<|]|https?://|www\.\w", line):
        raise Disagreement(f"not inert: {line!r}")
    line = html.unescape(line)
    line = line.replace("\U000f1000", "«").replace("\U000f1001", "»")
    return re.sub(
        "[\U000f0000-\U000f007f]", lambda m: chr(ord(m.group()) - 0xF0000), line
    )


def parse_markdown_claim(lines):
    head, sources = split_at(lines, lambda line: line.startswith("- "))
    statement = plain_markdown(head[0][4:])
    verdict = plain_markdown(head[1]).removeprefix("«").replace("»", "", 1)
    told = []
    for source in sources:
        name, mentions = split_at(source, lambda line: line.startswith("  > line "))
        name = plain_markdown(name[0][2:])
        parts = [[plain_markdown(line[2:]) for line in m] for m in mentions]
        told.append(
            {
                # The id is the part in bold, without the marks.
                "name": packed([name.removeprefix("«").replace("» ·", " ·", 1)]),
                "mentions": [
                    packed([part[0][2:].replace(": ", " ", 1)] + part[1:])
                    for part in parts
                ],
            }
        )
    word, _, rest = verdict.partition(":")
    head = [word.upper(), statement, rest]
    head += [plain_markdown(line).removeprefix("Values: ") for line in head_rest(lines)]
    return {"head": packed(head), "sources": told}


def head_rest(lines):
    """The lines of a claim's head after its statement and verdict."""
    head, _ = split_at(lines, lambda line: line.startswith("- "))
    return head[2:]


def parse_markdown(text):
    if not text.endswith("\n"):
        raise Disagreement("does not end with a newline")
    lines = [line for line in text.split("\n") if line]
    head, blocks = split_at(lines, lambda line: line.startswith("## "))
    problems = []
    if blocks and blocks[-1][0] == "## Problems":
        problems = blocks.pop()[1:]
    topics = []
    for block in blocks:
        silent = []
        if UNMENTIONED.match(packed([block[-1].replace("**silent**:", "SILENT")])):
            silent = [block.pop()]
        name, claims = split_at(block, lambda line: line.startswith("### "))
        silent = packed([plain_markdown(line) for line in silent])
        topics.append(
            {
                "name": packed([plain_markdown(name[0][3:])]),
                "claims": [parse_markdown_claim(claim) for claim in claims],
                "silent": re.sub("^«silent»:", "SILENT", silent),
            }
        )
    require("first line", head[0], "# Consistency report")
    columns = " | ".join(VERDICTS + ["sources", "unread"])
    require("table", head[1], f"| {columns} |")
    return {
        "topics": topics,
        "problems": [
            packed([plain_markdown(re.sub("^- [a-z]+: ", "", line))])
            for line in problems
        ],
        "table": re.findall(r"\d+", head[3]),
        "summary": packed([plain_markdown(head[4])]),
    }


# --- what JSON has, held against a view --------------------------------------------


def check_mention(place, told, mention):
    rest = require_prefix(place, told, f"line{mention['line']}")
    sentence = f"{mention['before']}«{mention['quote']}»{mention['after']}"
    rest = require_prefix(place, rest, shown(sentence))
    decision = mention["decision"]
    dismissed = decision and decision["decision"] == "not-about"
    if mention["stance"] != "asserted" and decision and not dismissed:
        rest = require_prefix(place, rest, mention["stance"] + "·")
    elif mention["stance"] != "asserted" and not dismissed:
        rest = require_prefix(place, rest, mention["stance"])
        cues = "”,“".join(shown(cue["text"]) for cue in mention["cues"] if cue["text"])
        rest = require_prefix(place, rest, f"(“{cues}”)·" if cues else "·")
    rest = require_prefix(place, rest, voice_words(mention["voice"]))
    rest = require_prefix(place, rest, EVENTS[mention["event"]])
    check_decision(place, rest, decision)
    check_hidden(place, rest, mention)
    check_slots(place, rest, mention["value"])


def check_decision(place, told, decision):
    if not decision:
        return
    by = f"by{shown(decision['by'])}," if decision["by"] else ""
    what = decision["decision"].replace("not-about", "notabouttheclaim")
    expected = f"decided{by}{decision['date']}:{what}(readas{decision['was']})"
    expected += "·" + shown(decision["reason"])
    if merged(expected) not in merged(told):
        raise Disagreement(f"{place}: no {expected!r} in {told!r}")


def hidden_words(hidden):
    """What a view says of one kind of hidden text."""
    if hidden["kind"] != "look-alike":
        plural = "s" * (hidden["count"] != 1)
        return f"{hidden['count']}{hidden['kind']}character{plural}"
    *others, last = hidden["scripts"]
    scripts = ",".join(others) + "and" * bool(others) + last
    verb = "mixes" if others else "iswrittenin"
    return f"“{shown(hidden['word'])}”{verb}{scripts}letters"


def check_hidden(place, told, mention):
    """The flag's line says all of it, but for words in excess of SHOWN_WORDS."""
    if ("hidden-text" in mention["flags"]) != bool(mention["hidden"]):
        raise Disagreement(f"{place}: flags are {mention['flags']}")
    if not mention["hidden"]:
        if "hiddentext:" in told:
            raise Disagreement(f"{place}: no flag in JSON, but {told!r}")
        return
    words = [h for h in mention["hidden"] if h["kind"] == "look-alike"]
    others = [h for h in mention["hidden"] if h["kind"] != "look-alike"]
    n_more = sum(1 if h["word"] else h["count"] for h in words) - SHOWN_WORDS
    expected = ",".join(hidden_words(h) for h in others + words[:SHOWN_WORDS])
    if n_more > 0:
        expected += f"and{n_more}moreword{'s' * (n_more != 1)}"
    if merged("hiddentext:" + expected) not in merged(told):
        raise Disagreement(f"{place}: no {expected!r} in {told!r}")


def voice_words(voice):
    name = shown(voice["name"] or "")
    if voice["kind"] == "own":
        words = "initsownvoice"
    elif voice["kind"] == "unnamed":
        words = VERBS[voice["commitment"]] + "anunnamedsource"
        words += f"(“{name}”)" if name else ""
    else:
        words = VERBS[voice["commitment"]] + (name or "aspeaker")
    return words + ",quoted" * voice["quoted"]


RELATIONS = {
    "equal": "equalto",
    "compatible": "compatiblewith",
    "refines": "refines",
    "refined-by": "refinedby",
    "conflict": "differsfrom",
    "incomparable": "notcomparablewith",
}
TO_FIRST = dict(RELATIONS, conflict="conflictswith", updates="updates")
TO_FIRST["updated-by"] = "updatedby"


def value_words(slot, value):
    """The slot, and what is sure of how its value is shown: a name's own words."""
    words = ""
    if value["kind"] in ("colour", "text"):
        words = value["name"]
    elif value["kind"] == "name":
        words = value["text"]
    return merged(shown(slot) + shown(words))


def tells_relation(part, relation):
    """Whether a mention's value is followed by how it stands to the statement's; that it
    is the same in the same words goes without saying."""
    told = [words for words in RELATIONS.values() if re.search(rf"[(;]{words}.", part)]
    if relation is None:
        return not told
    return told == [RELATIONS[relation]] or (relation == "equal" and not told)


def check_slots(place, told, values):
    parts = told.split("·")
    for slot, value in (values or {}).items():
        # A bound may be told as what it means: "until 2030-12-31".
        mine = [part for part in parts if part.startswith(merged(shown(slot)))]
        if not mine:
            raise Disagreement(f"{place}: no value of {slot} in {told!r}")
        if not any(tells_relation(part, value["to_statement"]) for part in mine):
            raise Disagreement(
                f"{place}: {slot} is {value['to_statement']}, but {told!r}"
            )


def check_values(place, head, claim):
    """The line of distinct values, where there is one; returns what follows it."""
    values = claim["values"]
    if len(values) < 2 and not any(v["differs_from_statement"] for v in values):
        return head
    for value in values:
        words = value_words(value["slot"], value["value"])
        head = require_prefix(place, head, words)
        n = len(value["sources"])
        end = f"in{n}source{'s' * (n != 1)}"
        if end not in head:
            raise Disagreement(f"{place}: no {end!r} in {head!r}")
        head = head.partition(end)[2]
        relation = value["value"]["to_statement"]
        if value["differs_from_statement"] != (relation == "conflict"):
            raise Disagreement(f"{place}: differs, but is {relation}")
        if relation not in (None, "equal"):
            words = f",{RELATIONS[relation]}thestatement"
            head = require_prefix(place, head, words)
        first = next(v for v in values if v["slot"] == value["slot"])
        # One word is enough where the first value is the statement's.
        twice = first["value"]["to_statement"] == "equal" and relation != "conflict"
        if value["to_first"] is not None and not (
            twice and value["to_first"] == relation
        ):
            head = require_prefix(place, head, "," + TO_FIRST[value["to_first"]])
            head = re.sub("^.*?(?=·|atmost)", "", head)
        head = head.removeprefix("·")
    return head


def check_edges(place, told, claim):
    """Every grouping stands once, under one of the two mentions that it joins."""
    text = "".join(m for source in told["sources"] for m in source["mentions"])
    n_told = text.count("sameoriginas")
    if n_told != len(claim["grouping"]):
        raise Disagreement(
            f"{place}: {n_told} groupings, JSON has {len(claim['grouping'])}"
        )
    for edge in claim["grouping"]:
        words = (
            f"sameoriginas{shown(edge['a']['source'])}line{edge['a']['line']}:"
            f"{shown(edge['reason'])}"
        )
        if merged(words) not in merged(text):
            raise Disagreement(f"{place}: no grouping {words!r}")


def check_source(place, told, source, known, name_of):
    name = told["name"]
    name = require_prefix(place, name, name_of(source["source"]) + "·")
    if known["publisher"]:
        name = require_prefix(place, name, shown(known["publisher"]) + ",")
    expected = f"{known['published'] or 'undated'}·{POSITIONS[source['position']]}"
    require(place, name, shown(expected))
    require_count(f"{place}, mentions", told["mentions"], source["mentions"])
    for words, mention in zip(told["mentions"], source["mentions"]):
        check_mention(f"{place}:{mention['line']}", words, mention)


def check_claim(told, claim, sources, name_of):
    place = f"claim {claim['claim']}"
    head = require_prefix(
        place,
        told["head"],
        claim["verdict"].upper() + shown(claim["statement"]) + shown(claim["why"]),
    )
    head = check_values(place, head, claim)
    if claim["origins"]:
        n = claim["origins"]
        head = require_prefix(place, head, f"atmost{n}origin{'s' * (n != 1)}·")
    if claim["value"]:
        head = require_prefix(place, head, "agreed:")
        for slot, value in claim["value"].items():
            if value_words(slot, value) not in head:
                raise Disagreement(f"{place}: no agreed {slot} in {head!r}")
    else:
        require(place, head, shown(claim["claim"]))
    if not head.endswith(merged(shown(claim["claim"]))):
        raise Disagreement(f"{place}: shows {head!r}")
    require_count(f"{place}, sources", told["sources"], claim["sources"])
    for words, source in zip(told["sources"], claim["sources"]):
        known = sources[source["source"]]
        check_source(f"{place}, {source['source']}", words, source, known, name_of)
    check_edges(place, told, claim)


def check_topic(told, topic, claims, sources, name_of):
    name = f"{topic['title']} ({topic['topic']})" if topic["title"] else topic["topic"]
    require("topic", told["name"], shown(name))
    place = f"topic {topic['topic']}"
    spoken = [claim for claim in claims if claim["sources"]]
    silent = [claim for claim in claims if not claim["sources"]]
    require_count(f"{place}, claims", told["claims"], spoken)
    for words, claim in zip(told["claims"], spoken):
        check_claim(words, claim, sources, name_of)
    if isinstance(told["silent"], int):
        require(place, str(told["silent"]), str(len(silent)))
    elif silent:
        noun = "claim" if len(silent) == 1 else "claims"
        ids = ",".join(shown(claim["claim"]) for claim in silent)
        expected = f"SILENT{len(silent)}{noun}thatnosourcementions:{ids}"
        require(place, told["silent"], expected)
    else:
        require(place, told["silent"], "")


def check_view(view, report, name_of):
    sources = {source["source"]: source for source in report["sources"]}
    listed = [
        topic
        for topic in report["topics"]
        if any(claim["topic"] == topic["topic"] for claim in report["claims"])
    ]
    require_count("topics", view["topics"], listed)
    for told, topic in zip(view["topics"], listed):
        claims = [c for c in report["claims"] if c["topic"] == topic["topic"]]
        check_topic(told, topic, claims, sources, name_of)
    require_count("problems", view["problems"], report["problems"])
    for told, problem in zip(view["problems"], report["problems"]):
        where = [problem["path"], problem["line"], problem["column"]]
        place = "".join(f"{part}:" for part in where if part is not None)
        require("problem", told, shown(place + " " + problem["message"]))
    summary = report["summary"]
    counts = ", ".join(f"{summary[verdict]} {verdict}" for verdict in VERDICTS)
    n = len(report["claims"])
    expected = (
        f"{n} claim{'s' * (n != 1)}: {counts} · {summary['sources']} "
        f"source{'s' * (summary['sources'] != 1)}, {summary['unread']} unread"
    )
    n = summary["flagged"]
    if n:
        expected += f" · {n} mention{'s' * (n != 1)} with hidden text"
    require("summary", view["summary"], shown(expected))


def read(path):
    with open(path, encoding="utf-8", newline="") as file:
        return file.read()


def main(arguments):
    if len(arguments) != 3:
        print("usage: formats-agree.py JSON TEXT MARKDOWN", file=sys.stderr)
        return 2
    report = json.loads(read(arguments[0]))
    n_wrong = 0
    views = (
        (arguments[1], parse_text, shown_name),
        (arguments[2], parse_markdown, shown),
    )
    for path, parse, name_of in views:
        try:
            text = read(path)
            found = HIDDEN.search(text.replace("\n", ""))
            if found:
                raise Disagreement(f"hidden character {found.group()!r}")
            view = parse(text)
            check_view(view, report, name_of)
            numbers = [str(report["summary"][key]) for key in VERDICTS]
            numbers += [str(report["summary"][key]) for key in ("sources", "unread")]
            if "table" in view and view["table"] != numbers:
                raise Disagreement(f"table: shows {view['table']}, JSON has {numbers}")
        except Disagreement as wrong:
            print(ascii(f"{path}: {wrong}")[1:-1], file=sys.stderr)
            n_wrong += 1
    return 1 if n_wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
