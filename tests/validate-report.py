#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Checks that JSON is what report, check, origins or diff.schema.json in docs/ says.

    validate-report.py SCHEMA REPORT...

Beside the schema it checks what a schema can't say: references between the parts, the
counts, spans against quotes, and that the bytes are inert.  Exit code 0 when all hold, 1
when not, 77 (a skipped test) when python3-jsonschema is missing.
"""

import json
import re
import sys

try:
    import jsonschema
except ImportError:
    jsonschema = None

# Controls, bidirectional and other invisible characters must stand as \uXXXX.
HIDDEN = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5"
    "\u180b-\u180f\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ufeff\uffa0"
    "\ufff9-\ufffb\U0001d173-\U0001d17a\U000e0000-\U000e007f\U000e0100-\U000e01ef]"
)
VERDICTS = ["agreement", "contradiction", "single-source", "unsettled", "silent"]


def object_without_duplicates(pairs):
    keys = [key for key, _ in pairs]
    for key in keys:
        if keys.count(key) > 1:
            raise ValueError(f"key {key!r} stands twice in an object")
    return dict(pairs)


def check_mention(place, mention):
    """A match covers as many bytes as its quote, unless bytes were replaced."""
    quote = mention["quote"]
    n_bytes = mention["end"] - mention["start"]
    if n_bytes != len(quote.encode()) and "\ufffd" not in quote:
        yield f"{place}: span of {n_bytes} bytes for {quote}"
    for cue in mention["cues"]:
        if cue["start"] > cue["end"]:
            yield f"{place}: cue {cue['text']} ends before it starts"


def check_claim(claim, ids):
    place = f"claim {claim['claim']}"
    told = [source["source"] for source in claim["sources"]]
    lines = set()
    if len(set(told)) != len(told):
        yield f"{place}: a source is listed twice"
    for source in claim["sources"]:
        if source["source"] not in ids:
            yield f"{place}: unknown source {source['source']}"
        for mention in source["mentions"]:
            lines.add((source["source"], mention["line"]))
            yield from check_mention(
                f"{place}, {source['source']}:{mention['line']}", mention
            )
    for value in claim["values"]:
        for source in value["sources"]:
            if source not in told:
                yield f"{place}: value of a source without mention, {source}"
    for edge in claim["grouping"]:
        for end in (edge["a"], edge["b"]):
            if (end["source"], end["line"]) not in lines:
                yield f"{place}: grouping of no mention, {end}"
    events = {
        m["event"]
        for source in claim["sources"]
        for m in source["mentions"]
        if not m["decision"] or m["decision"]["decision"] != "not-about"
    }
    if (claim["verdict"] == "silent") == ("this" in events):
        yield f"{place}: {claim['verdict']}, with mentions about {events or 'nothing'}"


def check_report(report):
    ids = {source["source"] for source in report["sources"]}
    topics = {topic["topic"] for topic in report["topics"]}
    names = [(claim["topic"], claim["claim"]) for claim in report["claims"]]
    if len(ids) != len(report["sources"]):
        yield "two sources have one id"
    if len(set(names)) != len(names):
        yield "a claim is listed twice"
    for claim in report["claims"]:
        if claim["topic"] not in topics:
            yield f"claim {claim['claim']}: unknown topic {claim['topic']}"
        yield from check_claim(claim, ids)
    for verdict in VERDICTS:
        n = sum(claim["verdict"] == verdict for claim in report["claims"])
        if n != report["summary"][verdict]:
            yield f"summary counts {report['summary'][verdict]} {verdict}, not {n}"
    n = sum(
        bool(mention["flags"])
        for claim in report["claims"]
        for source in claim["sources"]
        for mention in source["mentions"]
    )
    if n != report["summary"]["flagged"]:
        yield f"summary counts {report['summary']['flagged']} flagged, not {n}"


def check_group(place, group, ids):
    """Its places are in as many articles as it has, and its links hold all of them together."""
    articles = {at["source"] for at in group["places"]}
    joined = {}
    for article in articles:
        joined[article] = {article}
    if articles - ids:
        yield f"{place}: unknown sources {sorted(articles - ids)}"
    if len(articles) != group["articles"]:
        yield f"{place}: {group['articles']} articles, places in {len(articles)}"
    for link in group["links"]:
        a, b = link["a"], link["b"]
        if a not in joined or b not in joined:
            yield f"{place}: a link between {a} and {b}, which are not both in it"
            continue
        if link["first"] not in (None, a, b):
            yield f"{place}: {link['first']} is first of {a} and {b}"
        if joined[a] is joined[b]:
            yield f"{place}: {a} and {b} are linked twice"
            continue
        joined[a] |= joined[b]
        for article in joined[b]:
            joined[article] = joined[a]
    if any(together != articles for together in joined.values()):
        yield f"{place}: its links do not hold it together"


def check_origins(report):
    ids = {source["id"] for source in report["sources"]}
    sizes = [group["articles"] for group in report["groups"]]
    grouped = {at["source"] for group in report["groups"] for at in group["places"]}
    if len(ids) != len(report["sources"]):
        yield "two sources have one id"
    if sizes != sorted(sizes, reverse=True):
        yield "a larger group stands behind a smaller one"
    for i, group in enumerate(report["groups"]):
        yield from check_group(f"group {i + 1}", group, ids)
    counts = {
        "sources": len(ids),
        "groups": len(sizes),
        "grouped": len(grouped),
        "largest": max(sizes, default=0),
    }
    for name, n in counts.items():
        if n != report["summary"][name]:
            yield f"summary counts {report['summary'][name]} {name}, not {n}"


SEVERITIES = ["error", "warning", "note"]


def check_finding(place, finding):
    if finding["start"] is not None and finding["end"] < finding["start"]:
        yield f"{place}: ends before it starts"
    if (finding["start"] is None) != (finding["quote"] == ""):
        yield f"{place}: a span without a quote, or a quote without a span"
    if finding["line"] is None and finding["column"] is not None:
        yield f"{place}: a column without a line"
    for other in finding["against"]:
        if other["line"] is None and other["column"] is not None:
            yield f"{place}: {other['source']} has a column without a line"


def check_findings(report):
    """Order, fingerprints and counts."""
    findings = report["findings"]
    prints = [finding["fingerprint"] for finding in findings]
    ranks = [SEVERITIES.index(finding["severity"]) for finding in findings]
    if len(set(prints)) != len(prints):
        yield "two findings have one fingerprint"
    if ranks != sorted(ranks):
        yield "a graver finding stands behind a lesser one"
    for i, finding in enumerate(findings):
        yield from check_finding(f"finding {i + 1}", finding)
    counts = {
        severity + "s": sum(
            f["severity"] == severity and f["suppressed"] is None for f in findings
        )
        for severity in SEVERITIES
    }
    counts["suppressed"] = sum(f["suppressed"] is not None for f in findings)
    for name, n in counts.items():
        if n != report["summary"][name]:
            yield f"summary counts {report['summary'][name]} {name}, not {n}"


def check_changed(claim):
    """What a claim says of itself is what its two sides show."""
    place = f"claim {claim['claim']}"
    old, new = claim["old"], claim["new"]
    if old is None or new is None:
        return
    for key in ("verdict", "side", "origins"):
        if (old[key] != new[key]) != (key in claim["changed"]):
            yield f"{place}: {key} from {old[key]} to {new[key]}, changed {claim['changed']}"
    turned = bool({"verdict", "side"} & set(claim["changed"]))
    if turned != (claim["change"] == "turned"):
        yield f"{place}: {claim['change']}, changed {claim['changed']}"
    if claim["values"] and "value" not in claim["changed"]:
        yield f"{place}: values came or went, changed {claim['changed']}"
    for source in claim["sources"]:
        if source["change"] == "turned" and source["old"] == source["new"]:
            yield f"{place}: {source['source']} turned to where it was"


def check_diff(diff):
    names = [(claim["topic"], claim["claim"]) for claim in diff["claims"]]
    if len(set(names)) != len(names):
        yield "a claim is listed twice"
    for claim in diff["claims"]:
        yield from check_changed(claim)
    for change in ("turned", "changed", "came", "went"):
        n = sum(claim["change"] == change for claim in diff["claims"])
        if n != diff["summary"][change]:
            yield f"summary counts {diff['summary'][change]} {change}, not {n}"


def check_content(report):
    if "groups" in report:
        return check_origins(report)
    if "findings" in report:
        return check_findings(report)
    return check_diff(report) if "old" in report else check_report(report)


def check_lines(validator, text):
    """NDJSON: each line is one of the schema's $defs/line."""
    line_validator = jsonschema.Draft202012Validator(
        {"$defs": validator.schema["$defs"], "$ref": "#/$defs/line"}
    )
    for i, line in enumerate(text.split("\n")[:-1]):
        told = json.loads(line, object_pairs_hook=object_without_duplicates)
        for error in line_validator.iter_errors(told):
            yield f"line {i + 1}, {error.json_path}: {error.message}"


def check_file(validator, path):
    with open(path, "rb") as file:
        data = file.read()
    text = data.decode("utf-8")
    found = HIDDEN.search(text)
    if found:
        yield f"hidden character U+{ord(found.group()):04X} at {found.start()}"
    if not text.endswith("}\n"):
        yield "does not end with one newline"
    if not text.startswith("{\n"):
        yield from check_lines(validator, text)
        return
    report = json.loads(text, object_pairs_hook=object_without_duplicates)
    errors = sorted(validator.iter_errors(report), key=lambda error: str(error.path))
    for error in errors:
        yield f"{error.json_path}: {error.message}"
    if not errors:
        yield from check_content(report)


def main(arguments):
    if len(arguments) < 2:
        print("usage: validate-report.py SCHEMA REPORT...", file=sys.stderr)
        return 2
    if jsonschema is None:
        print("validate-report.py: python3-jsonschema is missing", file=sys.stderr)
        return 77
    with open(arguments[0], encoding="utf-8") as file:
        schema = json.load(file)
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    n_wrong = 0
    for path in arguments[1:]:
        try:
            for message in check_file(validator, path):
                # In ASCII: a message may quote what the report has to escape.
                print(ascii(f"{path}: {message}")[1:-1], file=sys.stderr)
                n_wrong += 1
        except ValueError as error:
            print(f"{path}: {error}", file=sys.stderr)
            n_wrong += 1
    return 1 if n_wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
