/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A newsroom's settings: one xclaim.yaml, read.  Every fault of it is told, as those of a
 * rule file are.
 *
 *     xclaim: 1
 *     rules: [rules]
 *     severities: {uncorroborated: note}
 *
 * Relative paths count from the folder of the file.  What the paths name is not looked
 * at here.
 */
#ifndef XC_ENGINE_SETTINGS_H
#define XC_ENGINE_SETTINGS_H

#include "origin/house.h"
#include "rule/suppression.h"
#include "verdict/finding.h"

struct xc_settings_path {
    struct xc_str path;         /* as it is opened; "": none was named */
    const struct xc_node *node; /* where it stands */
};

struct xc_settings_paths {
    struct xc_settings_path *items;
    size_t n;
};

/* What ends `xclaim check` with exit code 1. */
enum xc_fail_on {
    XC_FAIL_ON_DEFAULT,
    XC_FAIL_ON_ERROR,
    XC_FAIL_ON_WARNING,
    XC_FAIL_ON_NOTE,
    XC_FAIL_ON_NEVER,
};

struct xc_settings {
    struct xc_str path; /* of the file; "": there is none, and all else is empty */
    struct xc_settings_paths rules;
    bool names_rules;                /* … whatever they came to */
    struct xc_settings_paths record; /* the sources that `check` compares with */
    struct xc_settings_paths lexicon;
    struct xc_settings_paths decisions;
    struct xc_settings_path baseline;
    /* By xc_finding_kind; XC_SEVERITY_DEFAULT where none is set. */
    enum xc_severity severities[XC_N_FINDING_KINDS];
    enum xc_fail_on fail_on;
    struct xc_house *outlets;
    size_t n_outlets;
    struct xc_suppression_vec suppressions;
    struct xc_loading loading; /* counts the faults; for those that are seen later */
};

/* The keys of the file, of `severities`, and the words of `fail-on` in the order of
 * xc_fail_on from XC_FAIL_ON_ERROR on; NULL-ended.  docs/settings.schema.json has the
 * same ones. */
extern const char *const xc_keys_of_settings[];
extern const char *const xc_keys_of_severities[];
extern const char *const xc_words_of_fail_on[];

/* No settings: what holds where there is no file. */
void xc_settings_init(struct xc_settings *out);

/*
 * Reads the file path with this whole text into *out; everything lives in arena, and
 * problems must outlive *out when its loading is used again.
 *
 * XC_BAD_RULE: it is no YAML of ours, which was told.  XC_OK with
 * out->loading.n_faults > 0: all were told, and what had faults is left out.
 */
XC_MUST_CHECK enum xc_status xc_settings_read(struct xc_str path, struct xc_str text,
                                              struct xc_arena *arena,
                                              struct xc_settings *out,
                                              struct xc_problems *problems);

/* The same for who can't use a file with faults: XC_BAD_RULE when there was one. */
XC_MUST_CHECK enum xc_status xc_settings_load(struct xc_str path, struct xc_str text,
                                              struct xc_arena *arena,
                                              struct xc_settings *out,
                                              struct xc_problems *problems);

#endif
