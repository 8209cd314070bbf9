/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "data/packing.h"

#include <string.h>

#include "base/vec.h"
#include "data/gzip.h"
#include "data/zstd.h"

/* By enum xc_packing. */
static const struct {
    const char *name;
    const char *ending;
} packings[] = {{"", ""}, {"gzip", ".gz"}, {"zstd", ".zst"}};

static const char pack_again[] = "get it again, or pack it again";

static bool
ends_in(struct xc_str path, const char *ending)
{
    const size_t len = strlen(ending);
    size_t i;

    if (path.len < len)
        return false;
    for (i = 0; i < len; i++) {
        const char c = path.ptr[path.len - len + i];

        if (c != ending[i] && !(c >= 'A' && c <= 'Z' && c - 'A' + 'a' == ending[i]))
            return false;
    }
    return true;
}

enum xc_packing
xc_packing_named(struct xc_str path)
{
    if (ends_in(path, packings[XC_PACKING_GZIP].ending))
        return XC_PACKING_GZIP;
    if (ends_in(path, packings[XC_PACKING_ZSTD].ending))
        return XC_PACKING_ZSTD;
    return XC_PACKING_NONE;
}

struct xc_str
xc_packing_strip(struct xc_str path)
{
    const size_t len = strlen(packings[xc_packing_named(path)].ending);

    return xc_str_sub(path, 0, path.len - len);
}

enum xc_packing
xc_packing_seen(struct xc_str head)
{
    if (xc_gzip_begins(head))
        return XC_PACKING_GZIP;
    return xc_zstd_begins(head) ? XC_PACKING_ZSTD : XC_PACKING_NONE;
}

/* What the first bytes are of that is not read at all, or NULL.  None of them begins a
 * text that somebody might have written. */
static const char *
foreign_name(struct xc_str head)
{
    static const struct {
        const char *begins;
        size_t len;
        const char *name;
    } foreigners[] = {
        {"\xFD\x37zXZ\0", 6, "xz"},
        {"PK\x03\x04", 4, "a zip archive"},
        {"BZh91AY&SY", 10, "bzip2"},
    };
    size_t i;

    for (i = 0; i < XC_COUNT(foreigners); i++) {
        if (head.len >= foreigners[i].len &&
            memcmp(head.ptr, foreigners[i].begins, foreigners[i].len) == 0)
            return foreigners[i].name;
    }
    return NULL;
}

/* A refusal in the making. */
struct refusal {
    struct xc_place place;
    struct xc_str message;
    struct xc_str hint;
};

/* Tells it; its texts may have come out of an arena short of memory. */
static enum xc_status
refuse(const struct refusal *refusal, struct xc_problems *problems)
{
    return refusal->message.ptr != NULL && refusal->hint.ptr != NULL &&
                   xc_problems_add(problems, XC_PROBLEM_MALFORMED, &refusal->place,
                                   refusal->hint.ptr, "%.*s", (int)refusal->message.len,
                                   refusal->message.ptr)
               ? XC_BAD_INPUT
               : XC_NO_MEMORY;
}

/* "name it a.txt.gz" */
static struct xc_str
name_it(struct xc_str path, enum xc_packing packing, struct xc_arena *arena)
{
    const struct xc_str stem = xc_packing_strip(path);

    return xc_arena_printf(arena, "name it %.*s%s", (int)stem.len, stem.ptr,
                           packings[packing].ending);
}

enum xc_status
xc_packing_check(struct xc_str path, enum xc_packing packing, struct xc_str head,
                 struct xc_problems *problems)
{
    const char *wanted = packings[packing].name;
    const enum xc_packing seen = xc_packing_seen(head);
    const char *foreign = foreign_name(head);
    struct xc_arena *arena = problems->arena;
    struct refusal refusal = {.place = {.path = path}};

    if (seen == packing)
        return XC_OK;
    if (head.len == 0) {
        refusal.message = xc_arena_printf(arena, "is empty, not %s", wanted);
        refusal.hint = xc_str_of(pack_again);
    } else if (foreign != NULL) {
        refusal.message = xc_arena_printf(arena, "is %s, not %s", foreign, wanted);
        refusal.hint = XC_STR("unpack it");
    } else if (seen != XC_PACKING_NONE) {
        refusal.message =
            xc_arena_printf(arena, "is %s, not %s", packings[seen].name, wanted);
        refusal.hint = name_it(path, seen, arena);
    } else {
        refusal.message = xc_arena_printf(arena, "is not %s", wanted);
        refusal.hint = name_it(path, seen, arena);
    }
    return refuse(&refusal, problems);
}

enum xc_status
xc_packing_check_text(struct xc_str path, enum xc_packing packing, struct xc_str head,
                      struct xc_problems *problems)
{
    const enum xc_packing seen = xc_packing_seen(head);
    const char *foreign = foreign_name(head);
    const char *name = seen == XC_PACKING_NONE ? foreign : packings[seen].name;
    struct xc_arena *arena = problems->arena;
    struct refusal refusal = {.place = {.path = path}};

    if (name == NULL)
        return XC_OK;
    if (packing != XC_PACKING_NONE) {
        refusal.message =
            xc_arena_printf(arena, "is %s inside %s", name, packings[packing].name);
        refusal.hint = XC_STR("unpack it once");
    } else if (foreign != NULL) {
        refusal.message = xc_arena_printf(arena, "is %s, which is not read", name);
        refusal.hint = XC_STR("unpack it");
    } else {
        refusal.message = xc_arena_printf(arena, "is %s", name);
        refusal.hint = name_it(path, seen, arena);
    }
    return refuse(&refusal, problems);
}
