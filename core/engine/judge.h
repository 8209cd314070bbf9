/* SPDX-License-Identifier: Apache-2.0 */
#ifndef XC_ENGINE_JUDGE_H
#define XC_ENGINE_JUDGE_H

#include "engine/run.h"

/*
 * Judges one claim over some of the mentions that a finished run has of it (by source,
 * then place) into *out (arena).  XC_NO_MEMORY is the only failure.
 */
XC_MUST_CHECK enum xc_status xc_run_judge(const struct xc_run *run,
                                          const struct xc_claim *claim,
                                          struct xc_kept **mentions, size_t n,
                                          struct xc_arena *arena,
                                          struct xc_claim_result *out);

#endif
