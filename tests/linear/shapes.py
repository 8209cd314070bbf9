# SPDX-License-Identifier: Apache-2.0
"""Inputs that a careless reader would need more than linear time for.

SHAPES maps a name to a Shape: the file's ending, a function that makes about n bytes of
it, what grows ("article", "rules", of rules that are only linted "lint", the "settings", the
"statements" to draft from, a "report" to compare, the "decisions" beside an article of as
many bytes, the "record" that one article is checked against, or the articles that are
"checked" against one), and how many bytes are tried at least.  Of an article's words
one in seven must be of the kind of "the", or it is not taken for English and hardly read.
"""
import collections
import gzip
import json

Shape = collections.namedtuple("Shape", "ending make what least", defaults=(16 << 10,))

SENTENCE = "The bridge was closed on Monday, the mayor said. "


def repeat(unit, before="", after=""):
    """Makes before, unit as often as fits, after."""
    size = len(unit.encode())
    return lambda n: before + unit * (n // size) + after


def among_words(make):
    """The same with enough words that are English."""
    return lambda n: make(n) + "\n\n" + "It is of the bridge. " * (n // 250)


def numbered(unit, size=None):
    """Makes unit % 0, unit % 1, …; the number may stand in it any times."""
    places = unit.count("%d")
    size = size or len(unit) + 3 * places

    def make(n):
        return "".join(unit % ((i,) * places) for i in range(n // size))
    return make


def names(n_words):
    """Words that differ, begin with a capital and have no digits: Aab, Aac, …"""
    letters = "abdefgiklmnoprtuvz"
    for i in range(n_words):
        yield letters[i % 18].upper() + "".join(
            letters[i // 18 ** k % 18] for k in range(1, 4)) + "en"


def speakers(n):
    return "".join('"The bridge is closed," %s %s said. %s shook her head.\n\n' % (
        name, name[::-1].title(), name) for name in names(n // 66))


def surnames(n):
    """Many words that may be a name, each to be looked up in its full form."""
    return "".join("The bridge was closed, %s said.\n\n" % name for name in names(n // 35))


def prose_names(n):
    return "".join("Then %s told the mayor that the bridge was closed. " % name
                   for name in names(n // 55))


def staircase(n):
    """Back-ticks in runs of 1, 2, 3, …: each might be closed by a later one."""
    return "bridge " + "".join("`" * i + " " for i in range(1, int((2 * n) ** .5)))


def nested_lists(n):
    return "".join("  " * i + "- the bridge closed\n" for i in range(int(n ** .5)))


def records(text):
    def make(n):
        size = len(text) + 40
        return "".join(json.dumps({"id": "a%d" % i, "publisher": "P%d" % i, "text":
                                   text.replace("%d", str(i))}) + "\n"
                       for i in range(n // size))
    return make


def claims(n):
    """A rule file of many claims that share their words."""
    head = "xclaim: 1\ntopic: many\ntitle: Many\nclaims:\n"
    one = ("  - id: c%d\n    statement: The bridge is closed by %d.\n"
           "    match: \"bridge .. close .. x%d\"\n")
    return head + "".join(one % (i, i, i) for i in range(n // 90))


def one_common_word(n):
    """Patterns that share one common word, and wait on it: their other word is common, too."""
    others = "of to a in that it was he".split()
    head = "xclaim: 1\ntopic: many\ntitle: Many\nclaims:\n"
    return head + "".join(
        '  - {id: c%d, statement: Closed., match: "=the ..%d =%s ..%d =x%d"}\n' % (
            i, 1 + i % 60, others[i % 8], 1 + i % 7, i) for i in range(n // 75))


def matched_everywhere(n):
    """Patterns that all match in every sentence about the bridge."""
    head = "xclaim: 1\ntopic: many\ntitle: Many\nclaims:\n"
    return head + "".join(
        '  - {id: c%d, statement: Closed., match: "the ..%d closed"}\n' % (i, 2 + i % 60)
        for i in range(n // 65))


def alternation(n):
    """One claim whose pattern is a choice of many terms."""
    size = 100
    entries = ["    - word%d\n" % i for i in range(n // 14)]
    terms = ["  t%d:\n%s" % (i, "".join(entries[i:i + size]))
             for i in range(0, len(entries), size)]
    choice = "|".join("<t%d>" % i for i in range(0, len(entries), size))
    return ("xclaim: 1\ntopic: many\ntitle: Many\nterms:\n" + "".join(terms) +
            "claims:\n  - id: c\n    statement: One of many.\n"
            "    match: \"bridge .. (" + choice + ")\"\n")


def page(make, head=""):
    """A web page with it in the place of the article."""
    before = ("<!doctype html>\n<html lang=en><head><title>The bridge</title>%s</head>\n"
              "<body><article><h1>The bridge is closed</h1>\n<p>It was closed.</p>\n" % head)
    return lambda n: before + make(n) + "</article></body></html>\n"


def feed(make):
    return lambda n: ("<rss version=\"2.0\"><channel><title>Ellery Post</title>\n" + make(n) +
                      "</channel></rss>\n")


def staircase_of_tags(n):
    """Elements nested 400 deep, again and again."""
    return repeat("<div>" * 400 + "the bridge closed" + "</div>" * 400)(n)


def linked_data(n):
    text = json.dumps({"@type": "NewsArticle", "headline": "The bridge",
                       "articleBody": repeat(SENTENCE)(n)})
    return "<script type=\"application/ld+json\">%s</script>" % text


def linked_objects(n):
    parts = ",".join('{"@type": "Person", "name": "P%d"}' % i for i in range(n // 36))
    return "<script type=\"application/ld+json\">[%s]</script>" % parts


def packed(make):
    return lambda n: gzip.compress(make(n).encode(), mtime=0)


def members(n):
    """As many gzip files one after another."""
    one = gzip.compress(SENTENCE.encode(), mtime=0)
    return one * (n // len(SENTENCE))


TEXT = {
    # One piece of everything.
    "one line": repeat("of the old town " * 1000 + "the bridge is to close and "),
    "one word": among_words(repeat("a", "bridge ")),
    "one sentence of clauses": repeat("if the bridge closed and "),
    "one number": among_words(repeat("1", "bridge ")),
    "digits and commas": among_words(repeat("1,", "bridge ")),
    "hyphens": repeat("-a", "bridge"),
    "spaces": repeat(" ", "bridge", "closed"),
    "empty lines": repeat("\n", "bridge closed"),
    "short lines": repeat("a\n", "", "bridge closed"),
    "points": repeat(".", "bridge "),
    "initials": repeat("A. B. the ", "bridge "),
    "commas": repeat(",", "bridge "),
    "words and commas": repeat("the bridge, closed, "),
    "semicolons": repeat("the bridge closed; "),
    "colons": repeat("the bridge: closed: "),
    "dashes": repeat("the bridge — closed — "),
    "questions": repeat("Was the bridge closed? "),
    "capitals": repeat("THE BRIDGE CLOSED "),
    "title case": repeat("The Bridge Mayor Closed "),
    # Brackets and quotation marks that open and do not close, or the reverse.
    "brackets": repeat("("),
    "brackets and words": repeat("(the bridge closed "),
    "straight quotes": repeat('"', "bridge "),
    "quoted words": repeat('the "bridge" closed '),
    "open quotes": repeat("“the bridge ‘closed "),
    "apostrophes": repeat("'", "bridge "),
    "quotations of sentences": repeat('"The bridge is closed," the mayor said.\n\n'),
    # Matches everywhere.
    "every sentence matches": repeat(SENTENCE),
    "a paragraph each": repeat(SENTENCE + "\n\n"),
    "every word matches": repeat("the bridge closed mayor corset "),
    "all parts of &": repeat("close the bridge mayor three men tie the corset, "),
    "slots": repeat("three men tie the corset "),
    "half of a pattern": repeat("the three men ", "", "tie the corset"),
    # Cues, speakers, events.
    "negations": repeat("not the ", "bridge "),
    "cues": repeat("denied that the reportedly ", "", "bridge closed"),
    "cues and claims": repeat("reportedly the bridge never closed, "),
    "said": repeat("the mayor said the bridge closed, he said, "),
    "relative clauses": repeat("the bridge, which the mayor, who said that "),
    "speakers": speakers,
    "surnames": surnames,
    "names": prose_names,
    "quotations that differ": numbered('"The bridge is closed for %d days," he said.\n\n'),
    "sentences that differ": numbered("Then %d the bridge x%d closed z%d on.\n"),
    "years": repeat("In 2029 the Lantern Gala bridge was closed. "),
    "years that differ": lambda n: "".join(
        "In %d the Lantern Gala bridge was closed. " % (1000 + i % 1999) for i in range(n // 44)),
    "quotation over paragraphs": repeat("“The bridge is closed.\n\n"),
    "pronouns in one paragraph": repeat("She said that the bridge was closed. "),
    "subjects in one paragraph": repeat("Tamsin Vale hid and she said that the bridge was closed. "),
    "marks": repeat("Tamsin Vale closed the bridge. "),
    # Values.
    "numbers": repeat("the 12 3 ", "bridge "),
    "number words": repeat("a hundred thousand ", "bridge "),
    "money": repeat("the bridge cost $5 "),
    "dates": repeat("of 6 May 2031 ", "the bridge "),
    "dates in sentences": repeat("The bridge closed on 6 May 2031. "),
    # Characters.
    "combining marks": repeat("\u0301", "bridge a"),
    "accents": repeat("é", "bridge "),
    "zero width": repeat("the b\u200br\u200bidge\u200b closed. "),
    "only zero width": repeat("\u200b", "bridge "),
    "directions": repeat("the \u202ebridge\u202c closed. "),
    "look-alikes": repeat("Тhe brіdge was clоsed. "),
    "control bytes": repeat("the bridge\x01\x1b[31m closed. "),
    "wide letters": repeat("the ﷺ bridge closed. "),
    "addresses": repeat("http://a.b/", "bridge "),
}

MARKDOWN = {
    "Markdown paragraphs": repeat(SENTENCE + "\n\n"),
    "Markdown list": repeat("- the bridge closed\n"),
    "Markdown nested lists": nested_lists,
    "Markdown quotation marks": repeat(">", "", " bridge closed"),
    "Markdown headings": repeat("# the bridge closed\n\n"),
    "Markdown stars": repeat("*the ", "bridge "),
    "Markdown emphasis": repeat("a**b*c_", "bridge "),
    "Markdown brackets": repeat("[", "bridge "),
    "Markdown links": repeat("[a](b", "bridge "),
    "Markdown whole links": repeat("the [bridge](a) *closed* "),
    "Markdown references": numbered("[a%d]: b\n"),
    "Markdown suppressions": lambda n: "---\nsuppressions:\n" + numbered(
        "- {claim: closed, quote: bridge %d, reason: r, until: 2031-06-30}\n")(n) +
        "---\n" + SENTENCE,
    "Markdown back-ticks": staircase,
    "Markdown tags": repeat("<a ", "bridge "),
    "Markdown entities": repeat("&amp;", "bridge "),
    "Markdown table": repeat("|the bridge|closed|\n", "|a|b|\n|-|-|\n"),
}

RECORDS = {
    "records": records(SENTENCE),
    "records that differ": records("The bridge x%d was closed by z%d in 2031."),
    "records with one quotation": records('"The bridge is closed for good," the mayor said.'),
    "records with quotations": records('"The bridge is closed for %d days and %d," she said.'),
    "one record": lambda n: json.dumps({"id": "a", "text": repeat(SENTENCE)(n)}) + "\n",
    "one record of escapes": lambda n: '{"id": "a", "text": "bridge %s"}\n' % (
        "\\u0041" * (n // 6)),
    "brackets in JSON": lambda n: '{"id": "a", "text": %s}\n' % ("[" * n),
}

ITEM = ("<item><title>The bridge</title><guid>%d</guid><link>https://ellery.example/%d</link>"
        "<description>The bridge was closed by %d on Monday.</description></item>\n")
PAGES = {
    "HTML paragraphs": page(repeat("<p>" + SENTENCE + "</p>\n")),
    "HTML open paragraphs": page(repeat("<p>" + SENTENCE)),
    "HTML one paragraph": page(repeat(SENTENCE)),
    "HTML nested": page(repeat("<div>", "", "the bridge closed")),
    "HTML nested to the cap": page(staircase_of_tags),
    "HTML ends without beginnings": page(repeat("</p></div></b>")),
    "HTML open formatting": page(repeat("<b>the bridge <i>closed. ")),
    "HTML formatting that crosses": page(repeat("<b>the <i>bridge</b> closed</i>. ")),
    "HTML open links": page(repeat("<a href=/x>the bridge closed. ")),
    "HTML links": page(repeat("<li><a href=/x>The bridge closed</a></li>\n")),
    "HTML tables": page(repeat("<table><tr><td>the bridge closed")),
    "HTML lists": page(repeat("<ul><li>the bridge closed</ul>\n")),
    "HTML short parts": page(repeat("<div>the bridge</div><span>closed</span>\n")),
    "HTML containers": page(repeat("<div class=article-body><p>%s</div>\n" % SENTENCE)),
    "HTML block quotations": page(repeat("<blockquote><p>%s</blockquote>\n" % SENTENCE)),
    "HTML headings": page(repeat("<h2>The bridge closed</h2>\n")),
    "HTML pictures": page(repeat("<figure><img alt=bridge><figcaption>The bridge closed"
                                 "</figcaption></figure>\n")),
    "HTML times": page(repeat("<time datetime=2031-05-06>6 May</time> the bridge closed. ")),
    "HTML line breaks": page(repeat("the bridge closed<br>")),
    "HTML attributes": page(numbered("<p %s>the bridge closed</p>\n" % " ".join(
        "a%d=%%d" % i for i in range(200)))),
    "HTML one tag": page(repeat("a=b ", "<p ", ">the bridge closed")),
    "HTML smaller-than signs": page(repeat("<")),
    "HTML tags that never end": page(repeat("<p ")),
    "HTML comments": page(repeat("<!-- the --><p>the bridge closed")),
    "HTML comment that never ends": page(repeat("<!--")),
    "HTML dashes in a comment": page(repeat("-", "<!--")),
    "HTML references": page(repeat("&amp;&#98;")),
    "HTML references to nothing": page(repeat("&bridge")),
    "HTML scripts": page(repeat("<script>the()</script><p>the bridge closed")),
    "HTML script that never ends": page(repeat("<!--<script>", "<script>")),
    "HTML forms": page(repeat("<form><p>the bridge closed</p>")),
    "HTML metadata": lambda n: page(lambda _: "", repeat("<meta name=author content=Ada>\n")(n))(n),
    "HTML linked data": page(linked_data),
    "HTML linked objects": page(linked_objects),
    "HTML unknown elements": page(numbered("<x%d>the bridge closed</x%d>\n")),
}

FEEDS = {
    "feed items": feed(numbered(ITEM, len(ITEM))),
    "feed items alike": feed(repeat(ITEM % (1, 1, 1))),
    "feed of one item": feed(repeat(SENTENCE, "<item><description>", "</description></item>")),
    "feed of one page": feed(repeat("<p>" + SENTENCE + "</p>", "<item><description><![CDATA[",
                                    "]]></description></item>")),
    "feed nested": feed(repeat("<item>")),
    "feed of elements": feed(repeat("<a>the bridge</a>")),
    "feed of references": feed(repeat("&lt;p&gt;", "<item><description>",
                                      "</description></item>")),
}

PACKED = {
    "gzip": ("txt.gz", packed(numbered("Then %d the bridge x%d closed z%d on.\n"))),
    "gzip of HTML": ("html.gz", packed(page(numbered("<p>The bridge x%d was closed.</p>\n")))),
    "gzip of records": ("jsonl.gz", packed(records("The bridge x%d was closed by z%d."))),
    "gzip members": ("txt.gz", members),
}

SHAPES = {name: Shape("txt", make, "article") for name, make in TEXT.items()}
SHAPES["one line"] = SHAPES["one line"]._replace(least=512 << 10)
SHAPES.update((name, Shape("md", make, "article")) for name, make in MARKDOWN.items())
SHAPES.update((name, Shape("jsonl", make, "article")) for name, make in RECORDS.items())
SHAPES.update((name, Shape("html", make, "article")) for name, make in PAGES.items())
SHAPES.update((name, Shape("xml", make, "article")) for name, make in FEEDS.items())
SHAPES.update((name, Shape(ending, make, "article"))
              for name, (ending, make) in PACKED.items())
RULES = "xclaim: 1\ntopic: bridge\nclaims:\n"
CLAIM = "- id: c%d\n  statement: The bridge was closed, %d.\n  match: "


def linted(pattern):
    """A claim for each number, with a pattern that holds it or not."""
    make = numbered(CLAIM + pattern + "\n", len(CLAIM + pattern) + 6)
    return lambda n: RULES + make(n)


def listed(item):
    """One claim with a list of patterns."""
    make = numbered("  - " + item + "\n")
    return lambda n: RULES + CLAIM % (0, 0) + "\n" + (make(n) if "%d" in item else
                                                    repeat("  - " + item + "\n")(n))


LINTED = {
    "lint: one pattern in all claims": linted('"bridge .. close"'),
    "lint: patterns of one word": linted('"bridge .. w%d & close"'),
    "lint: expressions without an end": linted("'/bridge%d (\\w+\\s?)+closed/'"),
    # Long, because a round of mending stops at the problems that are kept.
    "lint: one pattern many times": listed('"bridge .. close' + " .. street" * 12 + '"'),
    "lint: one name many times": lambda n: RULES.replace(
        "claims", "about: [bridge" + repeat(", bridge of the mayor and the council")(n) +
        "]\nclaims") + CLAIM % (0, 0) + "bridge\n",
    "lint: patterns within others": listed('"bridge ..8 close ..8 w%d"'),
}
SHAPES.update((name, Shape("yaml", make, "lint")) for name, make in LINTED.items())
OUTLETS = "xclaim: 1\noutlets:\n"
SETTINGS = {
    "settings: many houses": numbered("- [Post %d, Mail %d]\n"),
    # Each is joined to the one before it.
    "settings: a chain of houses": lambda n: "".join(
        "- [Post %d, Post %d]\n" % (i, i + 1) for i in range(n // 22)),
    "settings: houses that become one": lambda n: "".join(
        "- [Post %d, Mail %d]\n" % (i, i) for i in range(n // 44)) + "- [Post 0" + "".join(
            ", Mail %d" % i for i in range(1, n // 44)) + ", Mail 0]\n",
    "settings: a name that is in every house": numbered("- [Harbour Post, Mail %d]\n"),
}
SHAPES.update((name, Shape("yaml", lambda n, make=make: OUTLETS + make(n), "settings"))
              for name, make in SETTINGS.items())
SHAPES["many claims"] = Shape("yaml", claims, "rules", 256 << 10)
SHAPES["patterns that share a common word"] = Shape("yaml", one_common_word, "rules", 64 << 10)
SHAPES["patterns that match everywhere"] = Shape("yaml", matched_everywhere, "rules",
                                                 8 << 10)
SHAPES["a long choice"] = Shape("yaml", alternation, "rules", 8 << 10)
SHAPES["one statement over and over"] = Shape("txt", repeat("Three men shut the bridge.\n"),
                                              "statements")
SHAPES["statements that differ"] = Shape(
    "txt", numbered("The %d gulls of Port %d shut a bridge for %d weeks.\n"), "statements",
    4 << 10)
LONG = "Nine gulls shut the Port Ellery bridge for six weeks. " * 40 + "\n"
SHAPES["long statements"] = Shape("txt", repeat(LONG, LONG), "statements", 32 << 10)


def told(claims, sources=""):
    return ('{"xclaim": "0.1.0", "format": 1, "topics": [], "claims": [%s], "sources": [%s]}'
            % (claims, sources))


def claim_told(number=0, values="", parts=""):
    return ('{"topic": "bridge", "claim": "c%d", "statement": "S", "verdict": "agreement", '
            '"side": "asserted", "value": null, "values": [%s], "origins": 2, "why": "w", '
            '"sources": [%s], "grouping": []}' % (number, values, parts))


def several(unit):
    """unit % 0, unit % 1, … as the items of a list."""
    make = numbered(unit + ", ")
    return lambda n: make(n)[:-2]


PART = '{"source": "a%d.txt", "position": "asserts"}'
SOURCE = '{"source": "a%d.txt", "publisher": null, "published": null}'
VALUE = ('{"slot": "men", "sources": ["a.txt"], "value": {"text": "t", "kind": "count", '
         '"unit": null, "low": "%d", "high": "9", "approximate": false}}')
REPORTS = {
    "report of many claims": lambda n: told(", ".join(
        claim_told(i) for i in range(n // 150))),
    "report of one claim's sources": lambda n: told(
        claim_told(parts=several(PART)(n // 2)), several(SOURCE)(n // 2)),
    "report of one claim's values": lambda n: told(claim_told(values=several(VALUE)(n))),
}
SHAPES.update((name, Shape("json", make, "report", 256 << 10))
              for name, make in REPORTS.items())


def decisions(quote):
    make = numbered("- {claim: closed, quote: %s, decision: hedged, reason: r, "
                    "date: 2031-05-09}\n" % quote)
    return lambda n: "xclaim: 1\ndecisions:\n" + make(n)


# Every sentence of the article is one that some are about, and has the words of all.
DECIDED = numbered("The bridge was closed on Monday by order %d of the mayor. ")
SHAPES["decisions that fit one each"] = Shape(
    "yaml", decisions("closed on Monday by order %d of the"), "decisions")
SHAPES["decisions that fit none"] = Shape(
    "yaml", decisions("the bridge was closed on Monday and not by %d"), "decisions")


CHECKED = ('{"id": "%d", "publisher": "Paper %d", "published": "2031-05-08", "text": "At the Lantern '
           'Gala of 2031 the bridge was %s by order %d of the clerk of the town.\\n\\nIt was the '
           'evening when all of it came out."}\n')


def articles_to_check(n):
    """Half of them assert, half deny, each an origin of its own."""
    return "".join(CHECKED % (i, i, ("closed", "never closed")[i % 2], 7 * i)
                   for i in range(max(1, n // 200)))


SHAPES["record of many origins"] = Shape("jsonl", articles_to_check, "record", 64 << 10)
SHAPES["new articles of many origins"] = Shape("jsonl", articles_to_check, "checked", 64 << 10)
