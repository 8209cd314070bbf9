/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What atoms are among their neighbours: the phrases that begin at each, the word that
 * a sign belongs to, and the numbers that are none ("covid-19", "24703L202").
 */
#ifndef XC_VALUE_SETTLE_H
#define XC_VALUE_SETTLE_H

#include "value/atom.h"

/* Fills in phrases, and corrects words, gaps and flags of freshly cut atoms. */
void xc_atoms_settle(const struct xc_value_words *words, struct xc_atoms *atoms);

#endif
