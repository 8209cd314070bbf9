#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# verify.sh MAKE [TARGET...]: runs every check of HACKING.md except the targets named, in the
# build directory that it is called from, each under a heading and with its time.  Goes on
# when one fails, and fails at the end.
set -u
make=$1
shift
skipped=" $* "
jobs=$(getconf _NPROCESSORS_ONLN)
# What is soon over comes first.
targets="check-format check-lint check check-clang check-cppcheck check-analyzer
check-torture check-linear distcheck check-sanitize check-valgrind check-tidy"
summary=
failed=
for target in $targets; do
    case $skipped in
    *" $target "*) continue ;;
    esac
    printf '\n== make %s\n' "$target"
    began=$(date +%s)
    if MAKEFLAGS='' "$make" -s -j "$jobs" "$target"; then
        result=passed
    else
        result=FAILED
        failed="$failed $target"
    fi
    took=$(($(date +%s) - began))
    printf '%s: %s, %d s\n' "$target" "$result" "$took"
    summary="$summary$(printf '%-16s %s %5d s' "$target" "$result" "$took")
"
done
printf '\n%s' "$summary"
[ -z "$failed" ] || {
    printf 'failed:%s\n' "$failed" >&2
    exit 1
}
