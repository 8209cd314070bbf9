/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The xclaim.yaml of a run: the one that --config names, or the nearest of the working
 * folder and those above it, up to one that holds .git; none with --no-config.
 *
 * What stands on the command line goes before it, a list as a whole: with -r the rules of
 * the file are not read.
 */
#ifndef XC_CLI_SETTINGS_H
#define XC_CLI_SETTINGS_H

#include "cli/options.h"
#include "engine/settings.h"

/* What the command line says of it: the last of both options counts. */
struct xc_settings_choice {
    const char *file; /* of --config; NULL: look for one */
    bool is_none;     /* --no-config */
};

/* Takes --config FILE, or --no-config with file NULL. */
void xc_settings_choose(struct xc_settings_choice *choice, const char *file);

/* The path and text of the file; path "" when there is none.  XC_BAD_RULE: told. */
XC_MUST_CHECK enum xc_status xc_settings_find(const struct xc_settings_choice *choice,
                                              struct xc_arena *arena,
                                              struct xc_str *out_path,
                                              struct xc_str *out_text,
                                              struct xc_problems *problems);

/*
 * Finds and loads it into *out (arena).  Whoever sits at a terminal is told when it is
 * one of a folder above that nobody named.  XC_BAD_RULE: every fault was told.
 */
XC_MUST_CHECK enum xc_status xc_cli_settings(const struct xc_settings_choice *choice,
                                             struct xc_arena *arena,
                                             struct xc_settings *out,
                                             struct xc_problems *problems);

/* Whether the path is that of settings by its name. */
bool xc_settings_is_name(struct xc_str path);

/* Tells each path of the settings that names nothing, at its place, and takes it out; a
 * baseline may still have to be written.  XC_NO_MEMORY is the only failure. */
XC_MUST_CHECK enum xc_status xc_settings_check(struct xc_settings *settings);

/*
 * Fills list (arena) with the paths, which are part of settings, unless the command line
 * has filled it.  XC_BAD_RULE: one of them is not there; all such were told at their place
 * in the file.
 */
XC_MUST_CHECK enum xc_status xc_settings_fill(struct xc_settings *settings,
                                              struct xc_settings_paths *paths,
                                              struct xc_str_list *list);

#endif
