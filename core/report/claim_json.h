/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A claim of a report in JSON: what each source says of it, with the evidence.
 */
#ifndef XC_REPORT_CLAIM_JSON_H
#define XC_REPORT_CLAIM_JSON_H

#include "engine/run.h"
#include "report/json_emit.h"

/*
 * Writes one of the run's claims as an object; typed: beginning with "type": "claim", for
 * a document of lines.  scratch is reset.  False when memory is short.
 */
bool xc_json_claim(struct xc_json_emit *emit, const struct xc_run *run,
                   const struct xc_claim_result *result, bool typed,
                   struct xc_arena *scratch);

#endif
