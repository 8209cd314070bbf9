/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Joining mentions by whom they name as where their report comes from.
 *
 *     Post: "…, the Herald reported."   Herald: "…, according to Reuters."
 *         all three are one origin; the root is Reuters
 *     Post: "…, the Herald reported."   Herald: "…, the Post reported."
 *         one origin, and nobody is its root: the reason says so
 */
#ifndef XC_ORIGIN_CITED_H
#define XC_ORIGIN_CITED_H

#include "origin/tracer.h"

/* Joins outlets that cite one another, then mentions that name the same place. */
XC_MUST_CHECK enum xc_status xc_tracer_join_citations(struct xc_tracer *tracer);

/*
 * Joins those who cite an outlet to what it says: in its own voice or, when it says
 * nothing in that, to the one voice that it reports; of several none is meant.  To be
 * called after all other joins.
 */
XC_MUST_CHECK enum xc_status xc_tracer_join_cited_outlets(struct xc_tracer *tracer);

#endif
