#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Compares the articles of a change with the record, for CI: what action.yml and
# gitlab-ci.yml run, and what runs as well without either.
#
#   XCLAIM_ARTICLES=articles XCLAIM_SINCE=origin/main tools/ci/check.sh
#
# Lists have one path a line.  What is empty or not set is taken from xclaim.yaml.
#
#   XCLAIM           the program (xclaim)
#   XCLAIM_CONFIG    settings, instead of the nearest xclaim.yaml
#   XCLAIM_RULES     list: rule files and folders
#   XCLAIM_AGAINST   list: the record
#   XCLAIM_ARTICLES  list: articles and folders to look at; required
#   XCLAIM_SINCE     only what differs from the merge base with this commit; all: everything
#   XCLAIM_BASELINE  the file with findings that are known
#   XCLAIM_FAIL_ON   error, warning, note or never
#   XCLAIM_FORMAT    of standard output (text)
#   XCLAIM_SARIF, XCLAIM_GITLAB, XCLAIM_JUNIT   files to write in these formats, too
#   XCLAIM_SUMMARY   a file to append Markdown to
#
# Exit code: that of `xclaim check`.
set -eu
XCLAIM=${XCLAIM:-xclaim}

newline='
'
set -f
IFS=$newline
set --
[ -z "${XCLAIM_CONFIG:-}" ] || set -- "$@" --config "$XCLAIM_CONFIG"
for path in ${XCLAIM_RULES:-}; do set -- "$@" --rules "$path"; done
for path in ${XCLAIM_AGAINST:-}; do set -- "$@" --against "$path"; done
[ -z "${XCLAIM_BASELINE:-}" ] || set -- "$@" --baseline "$XCLAIM_BASELINE"
case ${XCLAIM_SINCE:-all} in
all) ;;
*) set -- "$@" --since "$XCLAIM_SINCE" ;;
esac
set -- "$@" --
n_before=$#
for path in ${XCLAIM_ARTICLES:-}; do set -- "$@" "$path"; done
if [ "$#" -eq "$n_before" ]; then
    echo "check.sh: no article named; set XCLAIM_ARTICLES" >&2
    exit 2
fi

# Another format of the same findings; how bad they are is the first run's to say, which
# has told the problems already.
also() {
    format=$1
    file=$2
    shift 2
    [ -n "$file" ] || return 0
    "$XCLAIM" check --format "$format" --output "$file" --fail-on never "$@" \
        2>/dev/null || [ $? -eq 3 ] || {
        echo "check.sh: $format could not be written to $file" >&2
        return 4
    }
}

code=0
if [ -n "${XCLAIM_FAIL_ON:-}" ]; then
    "$XCLAIM" check --format "${XCLAIM_FORMAT:-text}" --fail-on "$XCLAIM_FAIL_ON" "$@" || code=$?
else
    "$XCLAIM" check --format "${XCLAIM_FORMAT:-text}" "$@" || code=$?
fi
# Nothing was found out that could be told in another way.
case $code in
0 | 1 | 3) ;;
*) exit "$code" ;;
esac
also sarif "${XCLAIM_SARIF:-}" "$@" || code=$?
also gitlab "${XCLAIM_GITLAB:-}" "$@" || code=$?
also junit "${XCLAIM_JUNIT:-}" "$@" || code=$?
if [ -n "${XCLAIM_SUMMARY:-}" ]; then
    piece=$(mktemp)
    also markdown "$piece" "$@" && cat "$piece" >>"$XCLAIM_SUMMARY" || code=$?
    rm -f "$piece"
fi
exit "$code"
