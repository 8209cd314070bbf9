/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Reading what `check` compares: the new articles, then the record.
 */
#ifndef XC_CLI_RECORD_H
#define XC_CLI_RECORD_H

#include "cli/gathering.h"
#include "io/git.h"

struct xc_record_inputs {
    const struct xc_str_list *articles;
    const struct xc_str_list *record;
    const struct xc_changes *changes; /* NULL: all articles; else those it touches */
};

/*
 * Gathers all articles that are to be checked, and the sources of the record but those
 * that stand in an article's file: a folder of the record may well hold the article
 * itself, which is no witness of its own.  What can't be read is told and counted.
 */
XC_MUST_CHECK enum xc_status xc_record_read(const struct xc_record_inputs *inputs,
                                            struct xc_gathering *gathering);

#endif
