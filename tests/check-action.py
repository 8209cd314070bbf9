#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""What ships for CI runs: the steps of action.yml, the job of tools/ci/gitlab-ci.yml, the hooks of
.pre-commit-hooks.yaml and tools/ci/check.sh, each in a git repository with an article that agrees
with its record, and with one that contradicts it.

    check-action.py BINARY SOURCE

Nothing is installed or fetched: the steps that build and upload are only looked at.  Exit code 0,
1 when something is wrong, 77 (a skipped test) when python3-yaml is missing.
"""
import json
import os
import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree

try:
    import yaml
except ImportError:
    yaml = None

ARTICLE = "---\npublisher: %s\npublished: 2032-10-%02d\n---\n\n%s\n"
FILES = {
    "xclaim.yaml": "xclaim: 1\nrules: [rules]\nrecord: [articles]\n",
    "rules/bridge.yaml":
        "xclaim: 1\ntopic: bridge\nclaims:\n  - id: stranded\n"
        "    statement: About 300 drivers were stranded.\n"
        "    match: \"strand .. {drivers:count} (driver|car|motorist)\"\n"
        "    value: {drivers: about 300}\n"
        "    examples: {asserts: [\"The closure stranded some 300 drivers.\"]}\n",
    "articles/harbour mirror.md":
        ARTICLE % ("Harbour Mirror", 8, "The closure stranded some 300 drivers."),
    "articles/pier-gazette.md":
        ARTICLE % ("Pier Gazette", 9, "When the bridge shut, it stranded about 300 cars."),
}
NEW = "articles/quay post.md"
AGREES = ARTICLE % ("Quay Post", 10, "It is open again. Its closure had stranded 300 motorists.")
CONTRADICTS = AGREES.replace("300", "900")
EXPRESSION = re.compile(r"\$\{\{ *(.*?) *\}\}")
SINCE = ("inputs.since || (github.base_ref && format('origin/{0}', github.base_ref)) || 'all'")


class Failures(list):
    def check(self, holds, *told):
        if not holds:
            self.append(" ".join(str(piece) for piece in told))


class Desk:
    """A repository whose branch adds one article, and a copy of the project beside it."""

    def __init__(self, folder, binary, source):
        self.home = os.path.join(folder, "desk")
        self.project = os.path.join(folder, "project")
        os.makedirs(os.path.join(self.project, "build"))
        os.symlink(os.path.join(source, "tools"), os.path.join(self.project, "tools"))
        os.symlink(binary, os.path.join(self.project, "build", "xclaim"))
        kept = {k: v for k, v in os.environ.items()
                if not k.startswith(("XCLAIM", "GIT_", "GITHUB_", "CI_"))}
        self.environment = dict(
            kept, LC_ALL="C", HOME=folder, GIT_CONFIG_GLOBAL=os.devnull, GIT_CONFIG_NOSYSTEM="1",
            GIT_AUTHOR_NAME="Desk", GIT_AUTHOR_EMAIL="desk@example.org",
            GIT_COMMITTER_NAME="Desk", GIT_COMMITTER_EMAIL="desk@example.org")
        os.mkdir(self.home)
        self.git("init", "-q", "-b", "main")
        for name, text in FILES.items():
            self.save(name, text)
        self.git("add", "-A")
        self.git("commit", "-q", "-m", "The record so far")
        self.git("update-ref", "refs/remotes/origin/main", "HEAD")
        self.git("switch", "-q", "-c", "story")

    def git(self, *arguments):
        subprocess.run(["git", *arguments], cwd=self.home, env=self.environment, check=True)

    def save(self, name, text):
        path = os.path.join(self.home, name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "w", encoding="utf-8") as file:
            file.write(text)

    def read(self, name):
        path = os.path.join(self.home, name)
        if not os.path.exists(path):
            return ""
        with open(path, encoding="utf-8") as file:
            return file.read()

    def sh(self, script, **extra):
        return subprocess.run(["sh", "-e", "-c", script], cwd=self.home, capture_output=True,
                              env=dict(self.environment, **extra), text=True, check=False)

    def script(self, **extra):
        return self.sh('"%s/tools/ci/check.sh"' % self.project,
                       XCLAIM=self.project + "/build/xclaim", **extra)


def load(source, name):
    with open(os.path.join(source, name), encoding="utf-8") as file:
        return yaml.safe_load(file)


def rows(text, heading):
    """The words in the first column of the table below a heading."""
    return re.findall(r"^\| `([a-z-]+)` \|", text.split(heading, 1)[1].split("\n\n##", 1)[0], re.M)


def value_of(expression, inputs):
    """An expression of action.yml; there are two kinds of them."""
    if expression == SINCE:
        return inputs["since"] or "origin/main"
    return inputs[re.fullmatch(r"inputs\.([a-z-]+)", expression).group(1)]


def check_action(desk, source, document, failures):
    action = load(source, "action.yml")
    build, check, upload = action["runs"]["steps"]
    failures.check(list(action["inputs"]) == rows(document, "## GitHub Actions"),
                   "docs/ci.md has other inputs than action.yml")
    failures.check('/quickstart" build' in build["run"], "the action does not build:", build)
    failures.check("always()" in upload["if"] or "!cancelled()" in upload["if"],
                   "nothing is uploaded when the check fails")
    for step in (build, check):
        failures.check("${{" not in step["run"], "an input becomes part of a script:", step["run"])
    used = " ".join(check["env"].values()) + upload["if"]
    for name in action["inputs"]:
        failures.check("inputs." + name in used, "input", name, "is not used")

    inputs = {name: row.get("default", "") for name, row in action["inputs"].items()}
    inputs.update(articles="articles", sarif="found.sarif")
    for article, code, level in ((AGREES, 0, "notice"), (CONTRADICTS, 1, "error")):
        desk.save(NEW, article)
        environment = {name: EXPRESSION.sub(lambda match: value_of(match.group(1), inputs), text)
                       for name, text in check["env"].items()}
        done = desk.sh(check["run"], GITHUB_ACTION_PATH=desk.project,
                       GITHUB_STEP_SUMMARY=os.path.join(desk.home, "summary.md"), **environment)
        failures.check(done.returncode == code, "the action ends with", done.returncode, done.stderr)
        failures.check("::%s file=%s,line=6," % (level, NEW) in done.stdout,
                       "the action says:", done.stdout)
        failures.check("harbour" not in done.stdout.split("file=", 1)[1].split(",")[0],
                       "the action looks at what the change does not touch:", done.stdout)
        results = json.loads(desk.read("found.sarif"))["runs"][0]["results"]
        failures.check(len(results) > 0, "no results in SARIF")
    check_commands(desk, check, environment, failures)
    failures.check(desk.read("summary.md").count("\n## ") + desk.read("summary.md").startswith("## ")
                   == 2, "summaries are not appended:", desk.read("summary.md"))


def check_commands(desk, step, environment, failures):
    """In a format with lines of the article's own no line of the log is a command."""
    desk.save(NEW, CONTRADICTS.replace("motorists.", "motorists on the quay ##[group]."))
    environment = dict(environment, XCLAIM_FORMAT="csv", XCLAIM_SARIF="")
    done = desk.sh(step["run"], GITHUB_ACTION_PATH=desk.project, GITHUB_STEP_SUMMARY=os.devnull,
                   **environment)
    lines = done.stdout.splitlines()
    failures.check(done.returncode == 1, "the action ends with", done.returncode, done.stderr)
    failures.check("##[group]" in done.stdout, "the article's words are not shown:", done.stdout)
    stop = re.fullmatch("::stop-commands::([0-9a-f]{32})", lines[0])
    failures.check(stop and lines[-1] == "::%s::" % stop.group(1),
                   "the runner acts on an article's words:", done.stdout)


def check_gitlab(desk, source, failures):
    job = load(source, "tools/ci/gitlab-ci.yml")[".xclaim"]
    script = "\n".join(job["script"])
    failures.check(script.endswith("/opt/xclaim/tools/ci/check.sh"), "GitLab runs", script)
    failures.check("/opt/xclaim/quickstart build" in job["before_script"], "GitLab does not build")
    reports = job["artifacts"]["reports"]
    failures.check(reports["codequality"] == job["variables"]["XCLAIM_GITLAB"] and
                   reports["junit"] == job["variables"]["XCLAIM_JUNIT"],
                   "GitLab looks for other reports than are written")
    variables = dict(job["variables"], XCLAIM_SINCE="origin/main")
    desk.save(NEW, CONTRADICTS)
    done = desk.sh(script.replace("/opt/xclaim", desk.project), **variables)
    failures.check(done.returncode == 1, "GitLab's job ends with", done.returncode, done.stderr)
    found = json.loads(desk.read(reports["codequality"]))
    failures.check(any(one["location"]["path"] == NEW for one in found), "Code Quality:", found)
    tree = xml.etree.ElementTree.fromstring(desk.read(reports["junit"]))
    failures.check(tree.find(".//failure") is not None, "no failure in JUnit")


def check_hooks(desk, source, document, failures):
    hooks = {hook["id"]: hook for hook in load(source, ".pre-commit-hooks.yaml")}
    failures.check(list(hooks) == rows(document, "## pre-commit"),
                   "docs/ci.md has other hooks than .pre-commit-hooks.yaml")
    path = os.path.join(desk.project, "build") + os.pathsep + os.environ["PATH"]
    for article, code in ((AGREES, 0), (CONTRADICTS, 1)):
        desk.save(NEW, article)
        for name, hook in hooks.items():
            passed = [NEW] if hook.get("pass_filenames", True) else []
            done = subprocess.run(hook["entry"].split() + passed, cwd=desk.home, check=False,
                                  env=dict(desk.environment, PATH=path), capture_output=True)
            wanted = code if name == "xclaim-check" else 0
            failures.check(done.returncode == wanted, name, "ends with", done.returncode,
                           done.stderr)
    for name, changed, wanted in (("xclaim-lint", "rules/bridge.yaml", True),
                                  ("xclaim-lint", "xclaim.yaml", True),
                                  ("xclaim-lint", "articles/a.md", False),
                                  ("xclaim-check", NEW, True),
                                  ("xclaim-check", "xclaim.yaml", False)):
        found = re.search(hooks[name]["files"], changed) is not None
        failures.check(found == wanted, name, "is run for", changed, ":", found)


def check_script(desk, failures):
    """Exit codes of the script, and lists with spaces and several lines."""
    desk.save(NEW, CONTRADICTS)
    rows = (
        (2, {}),
        (2, {"XCLAIM_ARTICLES": NEW, "XCLAIM_FORMAT": "telegram"}),
        (2, {"XCLAIM_ARTICLES": NEW, "XCLAIM_SINCE": "no-such-commit"}),
        (1, {"XCLAIM_ARTICLES": NEW}),
        (1, {"XCLAIM_ARTICLES": "\n%s\n" % NEW}),
        (1, {"XCLAIM_ARTICLES": "articles", "XCLAIM_SINCE": "all"}),
        (0, {"XCLAIM_ARTICLES": NEW, "XCLAIM_FAIL_ON": "never"}),
        (1, {"XCLAIM_ARTICLES": NEW, "XCLAIM_RULES": "rules/bridge.yaml",
             "XCLAIM_AGAINST": "articles/harbour mirror.md\narticles/pier-gazette.md"}),
        (0, {"XCLAIM_ARTICLES": "articles/pier-gazette.md",
             "XCLAIM_AGAINST": "articles/harbour mirror.md"}),
        (2, {"XCLAIM_ARTICLES": NEW, "XCLAIM_CONFIG": "no-such.yaml"}),
        (3, {"XCLAIM_ARTICLES": "articles/pier-gazette.md\nnowhere.md",
             "XCLAIM_SARIF": "three.sarif"}),
        (4, {"XCLAIM_ARTICLES": NEW, "XCLAIM_SARIF": "no-such-folder/found.sarif"}),
    )
    for code, environment in rows:
        done = desk.script(**environment)
        failures.check(done.returncode == code, "check.sh with", environment, "ends with",
                       done.returncode, done.stdout, done.stderr)
    failures.check(desk.read("three.sarif") != "", "no SARIF when an article can't be read")


def main():
    if yaml is None:
        print("check-action.py: python3-yaml is missing", file=sys.stderr)
        return 77
    binary, source = (os.path.abspath(path) for path in sys.argv[1:3])
    with open(os.path.join(source, "docs/ci.md"), encoding="utf-8") as file:
        document = file.read()
    failures = Failures()
    with tempfile.TemporaryDirectory(prefix="xclaim-action-") as folder:
        desk = Desk(folder, binary, source)
        check_script(desk, failures)
        check_action(desk, source, document, failures)
        check_gitlab(desk, source, failures)
        check_hooks(desk, source, document, failures)
    for failure in failures:
        print(failure)
    print("action: %d failures" % len(failures))
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
