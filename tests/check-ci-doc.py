#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""docs/ci.md shows real output: its files are made a git repository, and its commands run there.

    check-ci-doc.py BINARY DOCUMENT [--update]

A block of YAML that begins with "# NAME.yaml", and one of Markdown behind a line that ends in
`NAME.md`, are files.  What stands before the first "A branch adds" is committed to main.
`xclaim` stands for BINARY, and tools/ci/ is that of the project.
"""
import os
import re
import shlex
import subprocess
import sys
import tempfile

BLOCK = re.compile(r"^```yaml\n(?P<yaml># (?P<name>\S+\.yaml)\n.*?)^```$|"
                   r"`(?P<article>[\w/-]+\.md)`[^\n]*\n\n```markdown\n(?P<text>.*?)^```$|"
                   r"(?P<branch>^A branch adds )|"
                   r"^```console\n\$ (?P<command>[^\n]+)\n(?P<output>.*?)^```$", re.M | re.S)
ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))


class Repository:
    def __init__(self, folder, binary):
        self.folder = folder
        self.environment = dict(
            os.environ, LC_ALL="C", HOME=folder, GIT_CONFIG_GLOBAL=os.devnull,
            GIT_CONFIG_NOSYSTEM="1", GIT_AUTHOR_NAME="Desk", GIT_AUTHOR_EMAIL="desk@example.org",
            GIT_COMMITTER_NAME="Desk", GIT_COMMITTER_EMAIL="desk@example.org",
            PATH=os.path.dirname(os.path.abspath(binary)) + os.pathsep + os.environ["PATH"])
        for name in list(self.environment):
            if name.startswith("XCLAIM") or name in ("GIT_DIR", "GIT_WORK_TREE"):
                del self.environment[name]
        self.git("init", "-q", "-b", "main")

    def git(self, *arguments):
        subprocess.run(["git", *arguments], cwd=self.folder, env=self.environment, check=True)

    def save(self, name, text):
        path = os.path.join(self.folder, name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "w", encoding="utf-8") as file:
            file.write(text)

    def commit(self):
        self.git("add", "-A")
        self.git("commit", "-q", "-m", "The record so far")
        self.git("switch", "-q", "-c", "quay-story")

    def run(self, command):
        command = command.replace("tools/ci/", shlex.quote(os.path.join(ROOT, "tools/ci")) + "/")
        done = subprocess.run(["sh", "-c", command], cwd=self.folder, env=self.environment,
                              capture_output=True, text=True, check=False)
        return done.stdout + done.stderr


def play(repository, text, found):
    """The document with the output that its commands have; found gets what differs."""
    def step(match):
        if match.group("yaml"):
            repository.save(match.group("name"), match.group("yaml"))
        elif match.group("branch"):
            repository.commit()
        elif match.group("article"):
            repository.save(match.group("article"), match.group("text"))
        else:
            command = match.group("command")
            actual = repository.run(command)
            found.append((command, actual, actual == match.group("output")))
            return "```console\n$ %s\n%s```" % (command, actual)
        return match.group(0)


    return BLOCK.sub(step, text)


def main():
    binary, document = sys.argv[1:3]
    with open(document, encoding="utf-8") as file:
        text = file.read()
    found = []
    with tempfile.TemporaryDirectory(prefix="xclaim-ci-") as folder:
        played = play(Repository(folder, binary), text, found)
    if "--update" in sys.argv:
        with open(document, "w", encoding="utf-8") as file:
            file.write(played)
        return 0
    failed = [(command, actual) for command, actual, same in found if not same]
    for command, actual in failed:
        print("ci.md does not show what comes out of:\n$ %s\n%s" % (command, actual))
    print("ci.md: %d passed, %d failed" % (len(found) - len(failed), len(failed)))
    return 1 if failed or len(found) < 4 else 0


if __name__ == "__main__":
    sys.exit(main())
