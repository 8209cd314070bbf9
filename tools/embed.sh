#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Writes a C file that holds the lexicon's files as byte arrays, so that the binary
# works uninstalled and from any folder.
#
#   tools/embed.sh FILE.tsv... > core/lexicon/embedded.c
set -eu
export LC_ALL=C

cat <<'EOF'
/* Made by tools/embed.sh from core/lexicon/en; do not edit. */
#include "config.h"

#include "lexicon/embedded.h"
EOF
n=0
for file in "$@"; do
    printf '\nstatic const unsigned char bytes_%d[] = {\n' "$n"
    od -An -v -tu1 "$file" | sed 's/  *\([0-9][0-9]*\)/\1,/g'
    printf '0};\n'
    n=$((n + 1))
done
printf '\nconst struct xc_embedded xc_embedded_files[] = {\n'
n=0
for file in "$@"; do
    name=$(basename "$file" .tsv)
    printf '    {"%s", bytes_%d, sizeof bytes_%d - 1},\n' "$name" "$n" "$n"
    n=$((n + 1))
done
printf '};\n\nconst size_t xc_embedded_n_files = %d;\n' "$n"
