/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Articles through the whole engine into every report.  Files are set apart by the byte
 * 0x1D; the first line of each is its path, whose ending says the format.
 */
#include "config.h"

#include "running.h"

#include <stdlib.h>

enum { FILE_MARK = 0x1D, MOST_FILES = 8 };

static const char rule_file[] =
    "xclaim: 1\n"
    "topic: gala\n"
    "event:\n"
    "  name: [Harbour Gala, Lantern Gala]\n"
    "  date: 2019-05-06\n"
    "  published: 2019-05-01..2020-04-30\n"
    "  marks: [Morrow & Quill]\n"
    "terms:\n"
    "  tie: [tie, lace, do up]\n"
    "  corset: [corset, bodice, gown]\n"
    "claims:\n"
    "- {id: men, statement: Three men tied the corset.,\n"
    "   match: ['{men:count} (man|guy) .. <tie> & <corset>', '<tie> .. {men:count} "
    "men'],\n"
    "   unless: '<tie> for', value: {men: 3}}\n"
    "- {id: ribs, statement: She had ribs removed., match: 'rib .. (remove|removal)'}\n"
    "- {id: carpet, statement: The carpet was red.,\n"
    "   match: ['{c:colour} carpet', 'carpet ..3 {c:colour}'], value: {c: red}}\n"
    "- {id: cost, statement: It cost 4 million dollars.,\n"
    "   match: 'cost .. {m:money}', value: {m: $4 million}, changes: over-time}\n"
    "- {id: shut, statement: The bridge was shut for two weeks.,\n"
    "   match: ['bridge .. (shut|close) [for {t:duration}]', 'shut for "
    "{t:duration}']}\n"
    "- {id: when, statement: It was in May., match: '(on|in|since) {d:date}'}\n"
    "- {id: who, statement: Somebody came., match: '/(?<w>[a-z]+) (was|is) "
    "(there|old)/',\n"
    "   slots: {w: text}}\n";

static const struct running_rules *
fixed_rules(void)
{
    static struct running_rules rules;
    static bool loaded;

    if (!loaded && !running_load(&rules, XC_STR("gala.yaml"), XC_STR(rule_file)))
        abort();
    loaded = true;
    return &rules;
}

static bool
is_new(const struct running_file *files, size_t n, struct xc_str path)
{
    size_t i;

    for (i = 0; i < n; i++) {
        if (xc_str_equal(files[i].path, path))
            return false;
    }
    return true;
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n_bytes)
{
    struct xc_str rest = harness_input(bytes, n_bytes);
    struct running_file files[MOST_FILES];
    struct xc_arena arena;
    size_t n = 0;

    xc_arena_init(&arena);
    while (rest.len > 0 && n < MOST_FILES) {
        struct xc_str file = harness_cut(&rest, FILE_MARK);
        struct xc_str path = harness_cut(&file, '\n');

        if (is_new(files, n, path))
            files[n++] = (struct running_file){path, harness_prose(file, &arena)};
    }
    running_check(fixed_rules(), files, n);
    xc_arena_release(&arena);
    return 0;
}
