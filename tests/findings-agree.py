#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Checks that every format tells the same findings as the JSON of the same run.

    findings-agree.py JSON FORMAT=FILE...

JSON is that of `check`, with findings, or that of `report`, whose claims say which findings
there must be.  The others are parsed by what their readers know of them: json, csv and
xml.etree, GitHub's workflow commands, the layout of text and Markdown.  SARIF and JUnit are
held to their shape, too: no member, element or attribute that the standard (SARIF 2.1.0;
for JUnit, which has none, what Jenkins and GitLab read) does not know.  Exit code 0 or 1.
"""

import csv
import importlib.machinery
import importlib.util
import io
import json
import os
import re
import sys
import urllib.parse
import xml.etree.ElementTree


def load(name):
    path = os.path.join(os.path.dirname(os.path.abspath(__file__)), name)
    loader = importlib.machinery.SourceFileLoader("formats_agree", path)
    module = importlib.util.module_from_spec(
        importlib.util.spec_from_loader(loader.name, loader)
    )
    loader.exec_module(module)
    return module


views = load("formats-agree.py")
Disagreement = views.Disagreement
shown, shown_name = views.shown, views.shown_name
merged, require, require_count = views.merged, views.require, views.require_count

SEVERITIES = ["error", "warning", "note"]
KINDS = {
    "contradiction": "error",
    "single-source": "warning",
    "agreement": "note",
    "unsettled": "note",
}
LOSES = ("unreadable", "malformed", "limit")
MOST_ANNOTATIONS = 10
MOST_RESULTS = 25000
SHOWN_AGAINST = 10
SHOWN_BYTES = 1000
FORMULA = re.compile("^ *[=+\\-@\t\r＝＋－＠]")
# Not characters of XML, shown there as other hidden ones are.
NO_CHARACTER = re.compile(
    "[" + "".join(chr(p << 16 | 0xFFFE) + chr(p << 16 | 0xFFFF) for p in range(17)) + "]"
)


# --- what there must be ------------------------------------------------------------


def findings_of_report(report):
    """What `report` must list in the formats of places; None where JSON does not say."""
    paths = {source["source"]: source["path"] for source in report["sources"]}
    made = []
    for claim in report["claims"]:
        if claim["verdict"] not in KINDS:
            continue
        for source in claim["sources"]:
            for mention in source["mentions"]:
                decision = mention["decision"]
                if claim["verdict"] == "unsettled":
                    dismissed = decision and decision["decision"] == "not-about"
                    speaks = mention["event"] == "this" and not dismissed
                else:
                    speaks = mention["origin"] is not None
                if not speaks:
                    continue
                finding = {key: claim[key] for key in ("topic", "claim", "statement")}
                for key in ("line", "column", "before", "quote", "after"):
                    finding[key] = mention[key]
                made.append(
                    finding
                    | {
                        "kind": claim["verdict"],
                        "message": claim["why"],
                        "source": source["source"],
                        "path": paths[source["source"]],
                        "untouched": False,
                        "decision": decision and decision["reason"],
                        "suppressed": None,
                    }
                )
    return made


def row_key(finding):
    """What tells one finding of a report from another, as CSV shows it."""
    texts = ("topic", "claim", "statement", "message", "before", "quote", "after")
    return (
        finding["kind"],
        *(merged(shown(finding[key] or "")) for key in texts),
        merged(shown_name(finding["source"])),
        finding["line"],
        finding["column"],
    )


def complete(findings, rows):
    """Gives findings of a report the order of CSV, and its severities and fingerprints,
    which the other formats must then repeat."""
    waiting = {}
    for finding in findings:
        waiting.setdefault(row_key(finding), []).append(finding)
    made = []
    for row in rows:
        key = row_key(row)
        if not waiting.get(key):
            raise Disagreement(f"csv: no such finding in JSON: {key}")
        finding = waiting[key].pop(0)
        ranks = [SEVERITIES.index(s) for s in (row["severity"], KINDS[row["kind"]])]
        if ranks[0] < ranks[1]:
            raise Disagreement(f"csv: a {row['kind']} is an {row['severity']}")
        finding["severity"] = row["severity"]
        finding["fingerprint"] = row["fingerprint"]
        finding["against"] = None
        made.append(finding)
    left = [key for key, items in waiting.items() if items]
    if left:
        raise Disagreement(f"csv: has no {left[0]}")
    ranks = [SEVERITIES.index(finding["severity"]) for finding in made]
    if ranks != sorted(ranks):
        raise Disagreement("csv: a graver finding stands behind a lesser one")
    return made


# --- the words of the views --------------------------------------------------------


def cut(text, most):
    data = text.encode()
    if len(data) <= most:
        return text
    return data[:most].decode("utf-8", "ignore") + "…"


def place_words(line, column):
    if line is None:
        return ""
    return f":{line}" + (f":{column}" if column is not None else "")


def side_words(other):
    words = "·" + views.POSITIONS[other["position"]].replace(" ", "")
    if other["value"]:
        words += f"·“{shown(other['value'])}”"
    if other["origin"]:
        words += f"·origin{other['origin']}"
    return words


def against_words(other, most=1 << 30):
    words = shown_name(other["source"]) + place_words(other["line"], other["column"])
    words += side_words(other)
    if other["quote"]:
        words += ":" + shown(cut(other["quote"], most))
    return words


def suppressed_words(suppressed):
    words = "suppressed"
    if suppressed["until"]:
        words += "until" + shown(suppressed["until"])
    words += ":" + shown(suppressed["reason"])
    if suppressed["path"]:
        place = place_words(suppressed["line"], None)
        words += f"({shown(suppressed['path'])}{place})"
    return words


def story(finding, most_against=1 << 30, most=1 << 30):
    """The lines that stand behind a message, None for what JSON does not know."""
    lines = []

    def text(key):
        return shown(cut(finding[key] or "", most))

    if finding["quote"]:
        lines.append(f"{text('before')}«{text('quote')}»{text('after')}")
    if finding["claim"]:
        lines.append(f"claim:{text('statement')}({text('topic')}/{text('claim')})")
    if finding["against"] is None:
        lines.append(None)
    else:
        against = finding["against"]
        for other in against[:most_against]:
            lines.append("comparedwith:" + against_words(other, most))
        n = len(against) - most_against
        if n > 0:
            lines.append(f"andwith{n}moresource{'s' * (n != 1)}")
    if finding["decision"]:
        lines.append("decidedbyaneditor:" + text("decision"))
    if finding["suppressed"]:
        lines.append(suppressed_words(finding["suppressed"]))
    if finding["untouched"]:
        lines.append("onalinethatthechangedoesnottouch")
    return lines


def require_lines(what, told, expected):
    """told is text in lines; a None among those expected stands for lines on sources."""
    lines = [re.sub("[ \t]+", "", line) for line in told.split("\n")]
    if None in expected:
        at = expected.index(None)
        start = [line.startswith(("comparedwith:", "andwith")) for line in lines]
        end = at
        while end < len(lines) and start[end]:
            end += 1
        lines[at:end] = [None]
    require_count(what, lines, expected)
    for line, words in zip(lines, expected):
        if words is not None:
            require(what, line, words)


def counted(n, noun):
    return f"{n}{noun}{'s' * (n != 1)}"


def summary_words(summary):
    words = ",".join(
        counted(summary[severity + "s"], severity) for severity in SEVERITIES
    )
    if summary["suppressed"]:
        words += f"·{summary['suppressed']}suppressed"
    if summary["baseline"]:
        words += f"·{summary['baseline']}inthebaseline"
    words += "·" + counted(summary["articles"], "article")
    if summary["record"]:
        words += f"against{counted(summary['record'], 'source')}oftherecord"
    return words + (f",{summary['unread']}unread" if summary["unread"] else "")


def packed(text):
    return re.sub("[ \t\n]+", "", text)


def repository_path(path):
    while len(path) > 2 and path.startswith("./"):
        path = path[2:]
    return path


def problem_place(problem):
    where = [problem["path"], problem["line"], problem["column"]]
    return "".join(f"{part}:" for part in where if part is not None)


# --- NDJSON ------------------------------------------------------------------------


def check_ndjson(text, run):
    lines = [json.loads(line) for line in text.split("\n")[:-1]]
    types = [line.pop("type") for line in lines]
    noun = "finding" if "findings" in run.json else "claim"
    expected = run.json[noun + "s"]
    order = [noun] * len(expected) + ["problem"] * len(run.problems) + ["summary"]
    if types != order:
        raise Disagreement(f"lines are {types}")
    head = {key: run.json[key] for key in ("xclaim", "format")}
    if lines != [*expected, *run.problems, head | run.json["summary"]]:
        raise Disagreement("tells something else than JSON")


# --- SARIF -------------------------------------------------------------------------


def keys(what, value, required, optional=()):
    missing = set(required) - set(value)
    unknown = set(value) - set(required) - set(optional)
    if missing or unknown:
        raise Disagreement(f"{what}: lacks {missing}, has {unknown}")


def message_text(what, message):
    """The text as a reader of SARIF shows it."""
    keys(what, message, ["text"])
    text = message["text"]
    plain = text.replace("{{", "").replace("}}", "")
    if not text or "{" in plain or "}" in plain or "](" in text:
        raise Disagreement(f"{what}: not inert or empty: {text!r}")
    return text.replace("{{", "{").replace("}}", "}")


def check_location(what, location, path, line, column):
    """Whether a location names that place."""
    keys(what, location, [], ["id", "message", "physicalLocation"])
    if not path:
        if "physicalLocation" in location:
            raise Disagreement(f"{what}: a place, though none is known")
        return
    physical = location["physicalLocation"]
    keys(what, physical, ["artifactLocation"], ["region"])
    keys(what, physical["artifactLocation"], ["uri"])
    uri = physical["artifactLocation"]["uri"]
    if not re.fullmatch(r"(file://)?(%[0-9A-F]{2}|[A-Za-z0-9._~/-])+", uri):
        raise Disagreement(f"{what}: not a URI: {uri!r}")
    told = urllib.parse.unquote(uri.removeprefix("file://"), errors="replace")
    require(what, told, repository_path(path))
    region = physical.get("region", {})
    expected = {}
    if line is not None:
        expected["startLine"] = line
        if column is not None:
            expected["startColumn"] = column
    if region != expected or ("region" in physical) != bool(expected):
        raise Disagreement(f"{what}: region {region}, JSON has {expected}")


def check_locations(what, locations, path, line, column):
    require_count(what, locations, [path] if path else [])
    for location in locations:
        check_location(what, location, path, line, column)


def check_suppressions(what, told, finding):
    suppressed = finding["suppressed"]
    require_count(what, told, [suppressed] if suppressed else [])
    for suppression in told:
        keys(what, suppression, ["kind", "justification"], ["location"])
        require(what, suppression["kind"], "external")
        words = shown(suppressed["reason"])
        if suppressed["until"]:
            words += f"(until{shown(suppressed['until'])})"
        require(what, packed(suppression["justification"]), words)
        check_locations(
            what,
            [suppression["location"]] if "location" in suppression else [],
            suppressed["path"],
            suppressed["line"],
            None,
        )


def check_result(what, result, finding, rules):
    keys(
        what,
        result,
        ["ruleId", "ruleIndex", "level", "message", "locations", "relatedLocations"]
        + ["partialFingerprints", "suppressions", "properties"],
    )
    require(what, result["ruleId"], finding["kind"])
    require(what, rules[result["ruleIndex"]], finding["kind"])
    require(what, result["level"], finding["severity"])
    require_lines(
        what,
        message_text(what, result["message"]),
        [shown(finding["message"]), *story(finding, SHOWN_AGAINST)],
    )
    check_locations(
        what, result["locations"], finding["path"], finding["line"], finding["column"]
    )
    if finding["against"] is not None:
        related = result["relatedLocations"]
        require_count(what, related, finding["against"])
        for i, (location, other) in enumerate(zip(related, finding["against"])):
            if location["id"] != i + 1:
                raise Disagreement(f"{what}: a related location has the wrong id")
            words = packed(message_text(what, location["message"]))
            expected = shown_name(other["source"]) + side_words(other)
            expected += ":" + shown(other["quote"]) if other["quote"] else ""
            require(what, words, expected)
            check_location(what, location, other["path"], other["line"], other["column"])
    if result["partialFingerprints"] != {"xclaim/v1": finding["fingerprint"]}:
        raise Disagreement(f"{what}: fingerprint {result['partialFingerprints']}")
    check_suppressions(what, result["suppressions"], finding)
    exact = ("topic", "claim", "source", "quote", "decision", "untouched")
    if result["properties"] != {key: finding[key] for key in exact}:
        raise Disagreement(f"{what}: properties {result['properties']}")


def check_tool(tool):
    keys("tool", tool, ["driver"])
    driver = tool["driver"]
    keys("driver", driver, ["name", "version", "rules"])
    for rule in driver["rules"]:
        keys(
            "rule",
            rule,
            ["id", "shortDescription", "fullDescription", "help"]
            + ["defaultConfiguration"],
        )
        for key in ("shortDescription", "fullDescription", "help"):
            message_text("rule", rule[key])
        keys("rule", rule["defaultConfiguration"], ["level"])
        if rule["defaultConfiguration"]["level"] not in SEVERITIES:
            raise Disagreement(f"rule {rule['id']}: no such level")
    return [rule["id"] for rule in driver["rules"]]


def check_invocation(invocation, run):
    keys("invocation", invocation, ["executionSuccessful", "toolExecutionNotifications"])
    lost = any(problem["kind"] in LOSES for problem in run.problems)
    if invocation["executionSuccessful"] == lost:
        raise Disagreement(f"invocation: successful is {not lost}")
    *told, last = invocation["toolExecutionNotifications"]
    require_count("notifications", told, run.problems)
    for notification, problem in zip(told, run.problems):
        keys("notification", notification, ["locations", "message", "level"])
        text = message_text("notification", notification["message"])
        require("notification", packed(text), shown(problem["message"]))
        where = [problem[key] for key in ("path", "line", "column")]
        check_locations("notification", notification["locations"], *where)
        level = "error" if problem["kind"] in LOSES else "warning"
        require("notification", notification["level"], level)
    text = packed(message_text("summary", last["message"]))
    n = len(run.findings) - MOST_RESULTS
    more = f"and{n}morethatarenotlistedhere·" if n > 0 else ""
    require("summary", text, more + summary_words(run.summary))


def check_sarif(text, run):
    log = json.loads(text)
    keys("log", log, ["$schema", "version", "runs"])
    require("version", log["version"], "2.1.0")
    (only,) = log["runs"]
    keys("run", only, ["tool", "invocations", "columnKind", "results"])
    require("columnKind", only["columnKind"], "unicodeCodePoints")
    rules = check_tool(only["tool"])
    (invocation,) = only["invocations"]
    check_invocation(invocation, run)
    require_count("results", only["results"], run.findings[:MOST_RESULTS])
    for i, (result, finding) in enumerate(zip(only["results"], run.findings)):
        check_result(f"result {i + 1}", result, finding, rules)


# --- JUnit -------------------------------------------------------------------------


def xml_shown(text):
    return NO_CHARACTER.sub(lambda m: f"<U+{ord(m.group()):04X}>", text)


def element(what, node, attributes, children):
    """Whether an element has only those attributes and children; tail is white space."""
    unknown = set(node.attrib) - set(attributes)
    unknown |= {child.tag for child in node} - set(children)
    tails = [child.tail or "" for child in node]
    if unknown or any(tail.strip() for tail in tails):
        raise Disagreement(f"{what}: {node.tag} has {unknown or tails}")


def count_cases(suite):
    cases = suite.findall("testcase")
    return {
        "tests": len(cases),
        "failures": sum(case.find("failure") is not None for case in cases),
        "errors": sum(case.find("error") is not None for case in cases),
        "skipped": sum(case.find("skipped") is not None for case in cases),
    }


def check_figures(what, node, figures):
    told = {key: int(node.get(key)) for key in figures}
    if told != figures:
        raise Disagreement(f"{what}: {told}, but it holds {figures}")


def check_case(what, case, finding):
    element(
        what,
        case,
        ["classname", "name", "file", "line", "time"],
        ["failure", "skipped", "system-out"],
    )
    path = finding["path"]
    require(what, case.get("file", "").replace(" ", ""), xml_shown(shown_name(path or "")))
    require(what, case.get("line", ""), str(finding["line"] or ""))
    line = f"inline{finding['line']}" if finding["line"] else ""
    message = xml_shown(shown(finding["message"]))
    require(what, packed(case.get("name")), f"{finding['kind']}{line}:{message}")
    if finding["claim"]:
        classname = shown(finding["topic"]) + "." + shown(finding["claim"])
        require(what, packed(case.get("classname")), xml_shown(classname))
    fails = finding["suppressed"] is None and finding["severity"] != "note"
    (body,) = case.findall("failure" if fails else "system-out")
    expected = ["failure"] if fails else ["system-out"]
    if finding["suppressed"]:
        expected.insert(0, "skipped")
        reason = xml_shown(shown(finding["suppressed"]["reason"]))
        require(what, packed(case.find("skipped").get("message")), reason)
    require(what, ",".join(child.tag for child in case), ",".join(expected))
    if fails:
        element(what, body, ["type", "message"], [])
        require(what, body.get("type"), finding["kind"])
        require(what, packed(body.get("message")), message)
    head = f"{finding['severity']}:{finding['kind']}:{shown(finding['message'])}"
    if path:
        place = place_words(finding["line"], finding["column"])
        head = f"{shown_name(path)}{place}:{head}"
    lines = [head, *story(finding)]
    require_lines(what, body.text, [line and xml_shown(line) for line in lines])


def check_run_suite(suite, run):
    element("run", suite, ["name"] + list(count_cases(suite)), ["testcase", "system-out"])
    cases = suite.findall("testcase")
    n_dropped = run.n_dropped()
    listed = run.problems[: len(run.problems) - (n_dropped > 0)]
    require_count("problems", cases, listed)
    for case, problem in zip(cases, listed):
        element("problem", case, ["classname", "name", "time"], ["error", "system-out"])
        require("problem", case.get("classname"), "problem." + problem["kind"])
        place = shown_name(problem_place(problem))
        words = xml_shown(place + shown(problem["message"]))
        require("problem", packed(case.get("name")), words)
        if (case.find("error") is None) == (problem["kind"] in LOSES):
            raise Disagreement(f"problem: {words}: error or not?")
    words = summary_words(run.summary)
    if n_dropped:
        words += f"·{counted(n_dropped, 'moreproblem')}notlisted"
    require("summary", packed(suite.find("system-out").text), words)


def check_junit(text, run):
    root = xml.etree.ElementTree.fromstring(text)
    figures = ["tests", "failures", "errors", "skipped"]
    element("root", root, ["name", *figures], ["testsuite"])
    *suites, last = root
    sums = dict.fromkeys(figures, 0)
    for suite in root:
        counts = count_cases(suite)
        check_figures(suite.get("name"), suite, counts)
        sums = {key: sums[key] + counts[key] for key in sums}
    check_figures("root", root, sums)
    waiting = {}
    for finding in run.findings:
        suite = finding["source"] or finding["path"] or "settings"
        name = xml_shown(shown_name(suite))
        waiting.setdefault(merged(name), []).append(finding)
    n_settings = len({f["path"] for f in run.findings if not f["source"]})
    require(
        "articles", str(len(suites) - n_settings), str(run.summary["articles"])
    )
    for suite in suites:
        element("suite", suite, ["name", *figures], ["testcase"])
        name = merged(suite.get("name").replace(" ", ""))
        expected = waiting.pop(name, [])
        if not expected:
            (case,) = suite
            if len(case) or case.get("name") != "no finding":
                raise Disagreement(f"{name}: {case.get('name')} is no finding")
            continue
        require_count(name, list(suite), expected)
        for case, finding in zip(suite, expected):
            check_case(name, case, finding)
    if waiting:
        raise Disagreement(f"no suite for {list(waiting)[0]}")
    check_run_suite(last, run)


# --- GitHub ------------------------------------------------------------------------


def unescaped(text, is_property):
    for code, c in (("0D", "\r"), ("0A", "\n"), ("3A", ":"), ("2C", ",")):
        if is_property or code[0] == "0":
            text = text.replace("%" + code, c)
    return text.replace("%25", "%")


def annotations_of(run):
    """(level, properties, lines) of all that there is to annotate, the gravest first."""
    for finding in run.findings:
        level = finding["severity"]
        if finding["suppressed"] or level == "note":
            level = "notice"
        message = shown(cut(finding["message"], SHOWN_BYTES))
        lines = [message, *story(finding, SHOWN_AGAINST, SHOWN_BYTES)]
        yield level, annotation(finding), lines
    for problem in run.listed_problems():
        level = "warning" if problem["kind"] in LOSES else "notice"
        yield level, annotation(problem), [shown(problem["message"])]


def annotation(item):
    made = {}
    if item["path"]:
        made["file"] = shown_name(repository_path(item["path"]))
        if item["line"]:
            made["line"] = str(item["line"])
            if item["column"]:
                made["col"] = str(item["column"])
    made["title"] = item["kind"]
    return made


def check_github(text, run):
    lines = text.split("\n")
    if lines.pop() != "":
        raise Disagreement("does not end with a newline")
    require("summary", packed(lines.pop()), summary_words(run.summary))
    expected = list(annotations_of(run))
    levels = [level for level, _, _ in expected]
    most = dict.fromkeys(["error", "warning", "notice"], MOST_ANNOTATIONS)
    if run.n_dropped() or any(levels.count(level) > most[level] for level in most):
        most["notice"] -= 1
    n_left = len(expected) + run.n_dropped()
    n_told = dict.fromkeys(most, 0)
    for level, properties, words in expected:
        if n_told[level] == most[level]:
            continue
        n_told[level] += 1
        n_left -= 1
        line = lines.pop(0)
        match = re.fullmatch(r"::(error|warning|notice) ([^:]*)::([^\r]*)", line)
        if not match or match.group(1) != level:
            raise Disagreement(f"no {level}: {line!r}")
        told = dict(part.split("=", 1) for part in match.group(2).split(","))
        told = {key: unescaped(value, True) for key, value in told.items()}
        if "file" in told:
            told["file"] = told["file"].replace(" ", "")
        if {k: merged(v) for k, v in told.items()} != {
            k: merged(v) for k, v in properties.items()
        }:
            raise Disagreement(f"annotation of {told}, not {properties}")
        require_lines("annotation", unescaped(match.group(3), False), words)
    if n_left > 0:
        words = f"::notice title=xclaim::and {n_left} more that GitHub would not show"
        require("rest", lines.pop(0), words)
    require_count("annotations in excess", lines, [])


# --- GitLab ------------------------------------------------------------------------


def check_gitlab(text, run):
    issues = json.loads(text)
    grades = {"error": "major", "warning": "minor", "note": "info"}
    expected = []
    for finding in run.findings:
        grade = "info" if finding["suppressed"] else grades[finding["severity"]]
        lines = [shown(finding["message"]), *story(finding)]
        expected.append((finding, grade, finding["fingerprint"], lines))
    for problem in run.problems:
        grade = "minor" if problem["kind"] in LOSES else "info"
        expected.append((problem, grade, None, [shown(problem["message"])]))
    require_count("issues", issues, expected)
    for issue, (item, grade, fingerprint, lines) in zip(issues, expected):
        what = f"issue {issue['fingerprint']}"
        keys(
            what,
            issue,
            ["description", "check_name", "fingerprint", "severity", "location"],
        )
        require(what, issue["check_name"], item["kind"])
        require(what, issue["severity"], grade)
        require_lines(what, issue["description"], lines)
        path = repository_path(item["path"] or ".")
        require(what, issue["location"]["path"].replace(" ", ""), shown_name(path))
        begin = issue["location"]["lines"]["begin"]
        if begin != (item["line"] or 1):
            raise Disagreement(f"{what}: line {begin}, JSON has {item['line']}")
        if fingerprint not in (None, issue["fingerprint"]):
            raise Disagreement(f"{what}: JSON has {fingerprint}")
    prints = [issue["fingerprint"] for issue in issues]
    if len(set(prints)) != len(prints):
        raise Disagreement("two issues have one fingerprint")


# --- CSV ---------------------------------------------------------------------------

COLUMNS = (
    "type severity kind topic claim statement message source path line column before "
    "quote after against suppressed until decision untouched fingerprint"
).split()


def read_csv(text):
    """The rows as dicts, apostrophes that make cells inert taken away."""
    if not text.endswith("\r\n") or "\n" in text.replace("\r\n", ""):
        raise Disagreement("lines do not end with CRLF")
    head, *rows = csv.reader(io.StringIO(text, newline=""), strict=True)
    if head != COLUMNS:
        raise Disagreement(f"columns are {head}")
    made = []
    for row in rows:
        require_count("cells", row, COLUMNS)
        for i, cell in enumerate(row):
            if FORMULA.match(cell):
                raise Disagreement(f"a formula: {cell!r}")
            if cell.startswith("'") and FORMULA.match(cell[1:]):
                row[i] = cell[1:]
        row = dict(zip(COLUMNS, row))
        for key in ("line", "column"):
            row[key] = int(row[key]) if row[key] else None
        made.append(row)
    return made


def check_row(what, row, item, kinds):
    for key in kinds:
        require(what, packed(row[key]), shown(str(item[key] or "")))
    for key in ("source", "path"):
        require(what, row[key].replace(" ", ""), shown_name(item.get(key) or ""))
    for key in ("line", "column"):
        if row[key] != item[key]:
            raise Disagreement(f"{what}: {key} {row[key]}, JSON has {item[key]}")


def check_csv(text, run):
    rows = read_csv(text)
    require_count("rows", rows, run.findings + run.problems)
    for i, (row, finding) in enumerate(zip(rows, run.findings)):
        what = f"row {i + 1}"
        require(what, row["type"], "finding")
        texts = "severity kind topic claim statement message before quote after".split()
        check_row(what, row, finding, [*texts, "decision", "fingerprint"])
        require(what, row["untouched"], "yes" if finding["untouched"] else "no")
        suppressed = finding["suppressed"] or {"reason": "", "until": ""}
        require(what, packed(row["suppressed"]), shown(suppressed["reason"]))
        require(what, packed(row["until"]), shown(suppressed["until"] or ""))
        if finding["against"] is not None:
            words = ";".join(against_words(other) for other in finding["against"])
            require(what, packed(row["against"]), words)
    for row, problem in zip(rows[len(run.findings) :], run.problems):
        require("problem", row["type"], "problem")
        check_row("problem", row, problem, ["kind", "message"])


# --- text and Markdown of check ----------------------------------------------------


def text_words(finding):
    """A finding as text shows it, without white space."""
    words = ""
    if finding["path"]:
        place = place_words(finding["line"], finding["column"])
        words = shown_name(finding["path"]) + place + ":"
    words += f"{finding['severity']}:{finding['kind']}:{shown(finding['message'])}"
    for line in story(finding):
        # The quote of a source stands in a line of its own.
        words += line
    return words


def without_colons(finding, words):
    """Text has no colon before the quote of a source."""
    for other in finding["against"]:
        if other["quote"]:
            told = against_words(other)
            quote = shown(other["quote"])
            words = words.replace(told, told[: -len(quote) - 1] + quote, 1)
    return words


def without_watch(text):
    """Text shows what a workflow's runner would take for a command (command_watch.h)."""
    return text.replace(":\\x3a", "::").replace("##\\x5b", "##[")


def check_text(text, run):
    *blocks, summary, end = re.split("\n\n|\n$", without_watch(text))
    require("end", end, "")
    require("summary", packed(summary), summary_words(run.summary))
    problems = []
    if run.problems:
        head, *lines = blocks.pop().split("\n")
        n = len(run.problems) + max(run.n_dropped() - 1, 0)
        require("problems", packed(head), counted(n, "problem"))
        problems = views.split_at(lines, lambda line: re.match("  [^ ]", line))[1]
    require_count("problems", problems, run.problems)
    for told, problem in zip(problems, run.problems):
        separator = " " if problem["path"] else ""
        words = problem_place(problem) + separator + problem["message"]
        require("problem", views.packed(told), shown(words))
    require_count("findings", blocks, run.findings)
    for block, finding in zip(blocks, run.findings):
        words = without_colons(finding, text_words(finding))
        require("finding", views.packed([block]), words)
    for line in text.split("\n"):
        if len(line) > 80:
            raise Disagreement(f"wider than 80 columns: {line!r}")


def markdown_words(finding):
    suppressed = "suppressed" if finding["suppressed"] else ""
    words = f"«{suppressed}{finding['severity']}:{finding['kind']}»"
    if finding["path"]:
        place = place_words(finding["line"], finding["column"])
        words += "·" + shown(finding["path"]) + place
    words += "·" + shown(cut(finding["message"], SHOWN_BYTES))
    lines = story(finding | {"against": []}, SHOWN_AGAINST, SHOWN_BYTES)
    if finding["quote"]:
        words += ">“" + lines.pop(0) + "”"
    if finding["claim"]:
        words += lines.pop(0)
    for other in finding["against"][:SHOWN_AGAINST]:
        place = place_words(other["line"], other["column"])
        words += f"-«{shown(other['source'])}»{place}{side_words(other)}"
        if other["quote"]:
            words += f":“{shown(cut(other['quote'], SHOWN_BYTES))}”"
    n = len(finding["against"]) - SHOWN_AGAINST
    if n > 0:
        words += f"-and{n}more"
    return words + "".join(lines)


def plain_block(lines):
    made = []
    for line in lines:
        if re.fullmatch("  <details><summary>compared with [0-9]+ sources?</summary>", line):
            continue
        if line != "  </details>":
            made.append(views.plain_markdown(line))
    return views.packed(made)


def check_markdown(text, run):
    if len(text) > 65000:
        raise Disagreement(f"{len(text)} characters")
    lines = [line for line in text.split("\n") if line]
    head, sections = views.split_at(lines, lambda line: line == "### Problems")
    head, blocks = views.split_at(head, lambda line: line.startswith("- **"))
    require("heading", packed(head[0]), f"##xclaim:{counted(len(run.findings), 'finding')}")
    require("summary", packed(head[1]), summary_words(run.summary))
    require_count("findings", blocks, run.findings)
    for block, finding in zip(blocks, run.findings):
        block[0] = block[0].removeprefix("- ")
        require("finding", plain_block(block), markdown_words(finding))
    told = sections[0][1:] if sections else []
    if run.n_dropped():
        require("problems", told.pop(), f"- and {run.n_dropped()} more")
    require_count("problems", told, run.listed_problems())
    for line, problem in zip(told, run.listed_problems()):
        words = f"{problem['kind']}:{problem_place(problem)} {problem['message']}"
        plain = views.packed([views.plain_markdown(line.removeprefix("- "))])
        require("problem", plain, shown(words))


# --- all of them -------------------------------------------------------------------

CHECKS = {
    "ndjson": check_ndjson,
    "sarif": check_sarif,
    "junit": check_junit,
    "github": check_github,
    "gitlab": check_gitlab,
    "csv": check_csv,
    "text": check_text,
    "markdown": check_markdown,
}


class Run:
    """What JSON says, in the shape of findings."""

    def __init__(self, told, rows):
        self.json = told
        self.problems = told["problems"]
        if "findings" in told:
            self.findings = told["findings"]
            self.summary = told["summary"]
        else:
            rows = [row for row in rows if row["type"] == "finding"]
            self.findings = complete(findings_of_report(told), rows)
            self.summary = self.summary_of_report()

    def summary_of_report(self):
        counts = dict.fromkeys(("record", "suppressed", "baseline"), 0)
        counts["articles"] = self.json["summary"]["sources"]
        counts["unread"] = self.json["summary"]["unread"]
        for severity in SEVERITIES:
            counts[severity + "s"] = sum(
                finding["severity"] == severity for finding in self.findings
            )
        return counts

    def n_dropped(self):
        """Problems that are not listed one by one."""
        for problem in self.problems[-1:]:
            match = re.fullmatch("([0-9]+) more problems? (is|are) not listed", problem["message"])
            if match and problem["path"] is None:
                return int(match.group(1))
        return 0

    def listed_problems(self):
        return self.problems[: len(self.problems) - (self.n_dropped() > 0)]


def main(arguments):
    files = dict(argument.split("=", 1) for argument in arguments[1:])
    if not files or set(files) - set(CHECKS):
        print("usage: findings-agree.py JSON FORMAT=FILE...", file=sys.stderr)
        return 2
    n_wrong = 0
    texts = {name: views.read(path) for name, path in files.items()}
    told = json.loads(views.read(arguments[0]))
    try:
        run = Run(told, read_csv(texts["csv"]) if "csv" in texts else [])
    except Disagreement as wrong:
        print(ascii(str(wrong))[1:-1], file=sys.stderr)
        return 1
    for name, text in texts.items():
        try:
            found = views.HIDDEN.search(text.replace("\r\n", "").replace("\n", ""))
            if found:
                raise Disagreement(f"hidden character {found.group()!r}")
            CHECKS[name](text, run)
        except Disagreement as wrong:
            print(ascii(f"{files[name]}: {wrong}")[1:-1], file=sys.stderr)
            n_wrong += 1
    return 1 if n_wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
