#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Makes ./configure from configure.ac; needs autoconf and automake.
set -eu
cd "$(dirname "$0")"
autoreconf --install --force
# configure removes files named "core" after its trials; here that is the program's folder.
sed 's/rm -f core /rm -f /' configure >configure.tmp
cat configure.tmp >configure
rm -f configure.tmp
