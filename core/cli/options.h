/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Options, the same for every command: "-r RULES", "--rules RULES", "--rules=RULES";
 * "--" ends them; they may stand anywhere among the arguments.
 */
#ifndef XC_CLI_OPTIONS_H
#define XC_CLI_OPTIONS_H

#include "cli/cli.h"

struct xc_option {
    const char *name; /* without the dashes */
    char letter;      /* 0: none */
    bool has_value;
};

struct xc_option_list {
    const struct xc_command *command; /* for messages */
    const struct xc_option *items;
    size_t n;
};

struct xc_str_list {
    struct xc_str *items;
    size_t n;
    size_t cap;
};

/* Takes one option (by its number in the list, with its value) or, with option
 * SIZE_MAX, one argument; false: it printed what is wrong. */
typedef bool (*xc_option_taker)(void *context, size_t option, const char *value);

/*
 * Reads argv[1..argc) by the list's options and hands each on in order.  Prints what is
 * wrong (with a suggestion) and returns false for an unknown option or a missing value.
 */
bool xc_options_read(const struct xc_option_list *list, int argc, char **argv,
                     xc_option_taker taker, void *context);

/* Appends value to *list (arena).  When memory is short: false, and *refused says so. */
bool xc_str_list_add(struct xc_str_list *list, const char *value,
                     struct xc_arena *arena, enum xc_exit *refused);

/*
 * The place of value among the NULL-ended names, into *out; otherwise prints "unknown
 * WHAT 'value'; use a, b or c" and returns false.
 */
bool xc_option_choose(const struct xc_command *command, const char *what,
                      const char *value, const char *const *names, size_t *out);

/*
 * Whether writing to output ("-": standard output) would overwrite a file that is named
 * in the list; prints so.  *refused is what the command then ends with.
 */
bool xc_option_overwrites(const struct xc_command *command, const char *output,
                          const struct xc_str_list *inputs, enum xc_exit *refused);

#endif
