/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "cli/options.h"

#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "base/vec.h"
#include "data/node.h"
#include "io/file.h"

#define MOST_OPTIONS 32

/* The option named by the first len bytes of word, or SIZE_MAX. */
static size_t
find_long(const struct xc_option_list *list, const char *word, size_t len)
{
    size_t i;

    for (i = 0; i < list->n; i++) {
        if (strlen(list->items[i].name) == len &&
            memcmp(list->items[i].name, word, len) == 0)
            return i;
    }
    return SIZE_MAX;
}

static size_t
find_letter(const struct xc_option_list *list, char letter)
{
    size_t i;

    for (i = 0; i < list->n; i++) {
        if (list->items[i].letter != 0 && list->items[i].letter == letter)
            return i;
    }
    return SIZE_MAX;
}

static bool
unknown(const struct xc_option_list *list, const char *argument, size_t len)
{
    const char *names[MOST_OPTIONS + 1] = {NULL};
    const char *closest = NULL;
    size_t i;

    for (i = 0; i < list->n && i < MOST_OPTIONS; i++)
        names[i] = list->items[i].name;
    if (len > 2 && argument[1] == '-')
        closest = xc_node_suggest((struct xc_str){argument + 2, len - 2}, names);
    if (closest != NULL)
        (void)xc_cli_usage(list->command, "unknown option '%.*s'; did you mean '--%s'?",
                           (int)len, argument, closest);
    else
        (void)xc_cli_usage(list->command, "unknown option '%.*s'", (int)len, argument);
    return false;
}

/* Reading: where we are in argv. */
struct reading {
    const struct xc_option_list *list;
    int argc;
    char **argv;
    int at;
};

/* argv[at] is an option: finds it and its value, which may be the next argument. */
static bool
take_option(struct reading *reading, xc_option_taker taker, void *context)
{
    const char *argument = reading->argv[reading->at];
    const char *equals = argument[1] == '-' ? strchr(argument, '=') : NULL;
    size_t len = equals != NULL ? (size_t)(equals - argument) : strlen(argument);
    const char *value = equals != NULL ? equals + 1 : NULL;
    size_t option;

    if (argument[1] == '-') {
        option = find_long(reading->list, argument + 2, len - 2);
    } else {
        option = find_letter(reading->list, argument[1]);
        if (argument[2] != '\0')
            value = argument + 2; /* "-fjson" */
        len = 2;
    }
    if (option == SIZE_MAX)
        return unknown(reading->list, argument, len);
    if (!reading->list->items[option].has_value && value != NULL) {
        (void)xc_cli_usage(reading->list->command, "option '%.*s' takes no value",
                           (int)len, argument);
        return false;
    }
    if (reading->list->items[option].has_value && value == NULL) {
        if (reading->at + 1 >= reading->argc) {
            (void)xc_cli_usage(reading->list->command, "option '%s' needs a value",
                               argument);
            return false;
        }
        value = reading->argv[++reading->at];
    }
    return taker(context, option, value);
}

bool
xc_options_read(const struct xc_option_list *list, int argc, char **argv,
                xc_option_taker taker, void *context)
{
    struct reading reading = {list, argc, argv, 1};
    bool ended = false;

    for (; reading.at < argc; reading.at++) {
        const char *argument = argv[reading.at];
        bool taken;

        if (!ended && strcmp(argument, "--") == 0) {
            ended = true;
            continue;
        }
        /* "-" alone is standard input, an argument. */
        if (!ended && argument[0] == '-' && argument[1] != '\0')
            taken = take_option(&reading, taker, context);
        else
            taken = taker(context, SIZE_MAX, argument);
        if (!taken)
            return false;
    }
    return true;
}

bool
xc_str_list_add(struct xc_str_list *list, const char *value, struct xc_arena *arena,
                enum xc_exit *refused)
{
    struct xc_str *slot = XC_VEC_ADD(list, arena);

    if (slot == NULL) {
        *refused = xc_exit_of(XC_NO_MEMORY);
        return false;
    }
    *slot = xc_str_of(value);
    return true;
}

bool
xc_option_choose(const struct xc_command *command, const char *what, const char *value,
                 const char *const *names, size_t *out)
{
    char all[256] = "";
    size_t len = 0;
    size_t i;

    for (i = 0; names[i] != NULL; i++) {
        const char *between = "";
        int n;

        if (strcmp(value, names[i]) == 0) {
            *out = i;
            return true;
        }
        if (i > 0)
            between = names[i + 1] == NULL ? " or " : ", ";
        n = snprintf(all + len, sizeof all - len, "%s%s", between, names[i]);
        if (n > 0 && (size_t)n < sizeof all - len)
            len += (size_t)n;
    }
    (void)xc_cli_usage(command, "unknown %s '%s'; use %s", what, value, all);
    return false;
}

bool
xc_option_overwrites(const struct xc_command *command, const char *output,
                     const struct xc_str_list *inputs, enum xc_exit *refused)
{
    size_t i;

    for (i = 0; i < inputs->n && strcmp(output, "-") != 0; i++) {
        enum xc_status status;
        bool same;

        status = xc_file_is_same(xc_str_of(output), inputs->items[i], &same);
        if (status == XC_OK && !same)
            continue;
        *refused = status != XC_OK
                       ? xc_exit_of(status)
                       : xc_cli_usage(command,
                                      "'%s' is read, so it can't be written to; name "
                                      "another file with -o",
                                      output);
        return true;
    }
    return false;
}
