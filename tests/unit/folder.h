/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A folder of a test's own, with files in it, and where problems go.  Included by one file
 * of a program.
 */
#ifndef XC_TESTS_FOLDER_H
#define XC_TESTS_FOLDER_H

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/status.h"
#include "suite.h"

static struct xc_arena arena;
static struct xc_problems problems;
static char folder[64];

static inline void
setup(void)
{
    xc_arena_init(&arena);
    xc_problems_init(&problems, &arena);
    (void)snprintf(folder, sizeof folder, "xclaim-test-XXXXXX");
    ck_assert_ptr_nonnull(mkdtemp(folder));
}

static inline void
teardown(void)
{
    char command[192];

    xc_arena_release(&arena);
    (void)snprintf(command, sizeof command, "chmod -R u+rwx %s; rm -rf %s", folder,
                   folder);
    ck_assert_int_eq(system(command), 0); /* NOLINT(cert-env33-c): a test's clean-up */
}

/* folder/name. */
static inline struct xc_str
at(const char *name)
{
    return xc_arena_printf(&arena, "%s/%s", folder, name);
}

static inline void
write_file(const char *name, struct xc_str bytes)
{
    FILE *file = fopen(at(name).ptr, "w");

    ck_assert_ptr_nonnull(file);
    ck_assert_uint_eq(fwrite(bytes.ptr, 1, bytes.len, file), bytes.len);
    ck_assert_int_eq(fclose(file), 0);
}

#endif
