/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "verdict/baseline.h"

#include "base/vec.h"
#include "data/expect.h"
#include "data/json.h"

/* A fingerprint is 32 of the digits 0-9 and a-f. */
static bool
is_fingerprint(struct xc_str text)
{
    const size_t len = 32;
    size_t i;

    for (i = 0; i < text.len; i++) {
        const char c = text.ptr[i];

        if ((c < '0' || c > '9') && (c < 'a' || c > 'f'))
            return false;
    }
    return text.len == len;
}

static enum xc_finding_kind
read_kind(struct xc_expect *expect, const struct xc_trail *trail,
          const struct xc_node *node)
{
    enum xc_finding_kind kind = XC_FINDING_CONTRADICTS_RECORD;
    struct xc_str word = xc_expect_str(expect, trail, node, "kind");

    if (expect->status == XC_OK && !xc_finding_kind_parse(word, &kind))
        xc_expect_tell(expect, trail, "kind", "is no kind of finding");
    return kind;
}

static enum xc_status
read_entry(struct xc_expect *expect, const struct xc_trail *trail,
           const struct xc_node *node, struct xc_arena *arena, struct xc_baseline *out)
{
    struct xc_baseline_entry entry = {.is_met = false};
    struct xc_baseline_entry *added;
    size_t number;

    if (!xc_expect_item(expect, trail, node, XC_NODE_MAP))
        return expect->status;
    entry.fingerprint = xc_expect_str(expect, trail, node, "fingerprint");
    if (expect->status == XC_OK && !is_fingerprint(entry.fingerprint))
        xc_expect_tell(expect, trail, "fingerprint",
                       "must be 32 digits of 0-9 and a-f");
    entry.kind = read_kind(expect, trail, node);
    entry.topic = xc_expect_known_str(expect, trail, node, "topic");
    entry.claim = xc_expect_known_str(expect, trail, node, "claim");
    entry.source = xc_expect_known_str(expect, trail, node, "source");
    entry.quote = xc_expect_known_str(expect, trail, node, "quote");
    if (expect->status != XC_OK)
        return expect->status;
    if (!xc_table_add(&out->numbers, entry.fingerprint, out->n, arena, &number))
        return XC_NO_MEMORY;
    if (number < out->n)
        return XC_OK;
    added = XC_VEC_ADD(out, arena);
    if (added == NULL)
        return XC_NO_MEMORY;
    *added = entry;
    return XC_OK;
}

static enum xc_status
read_entries(struct xc_expect *expect, const struct xc_node *root,
             struct xc_arena *arena, struct xc_baseline *out)
{
    const struct xc_node *list;
    const struct xc_node *node;
    struct xc_trail trail = {NULL, "baseline", 0};
    enum xc_status status = XC_OK;
    size_t format;

    if (!xc_expect_item(expect, NULL, root, XC_NODE_MAP))
        return expect->status;
    format = xc_expect_number(expect, NULL, root, "xclaim");
    if (expect->status == XC_OK && format != XC_BASELINE_FORMAT)
        xc_expect_tell(expect, NULL, "xclaim",
                       "is %zu, and this program knows only %zu", format,
                       XC_BASELINE_FORMAT);
    list = xc_expect_member(expect, NULL, root, "baseline", XC_NODE_LIST);
    if (list == NULL)
        return expect->status;
    for (node = list->first; node != NULL && status == XC_OK; node = node->next) {
        status = read_entry(expect, &trail, node, arena, out);
        trail.item++;
    }
    return status;
}

enum xc_status
xc_baseline_read(struct xc_str text, struct xc_str path, struct xc_arena *arena,
                 struct xc_baseline *out, struct xc_problems *problems)
{
    struct xc_expect expect = {path, "baseline of xclaim", problems, XC_OK};
    struct xc_baseline read = {.n = 0};
    struct xc_node *root = NULL;
    enum xc_status status = xc_json_parse(text, path, 1, arena, &root, problems);

    if (status == XC_OK)
        status = read_entries(&expect, root, arena, &read);
    if (status == XC_OK)
        *out = read;
    /* A newsroom's own file, as its rules are. */
    return status == XC_BAD_INPUT ? XC_BAD_RULE : status;
}

size_t
xc_baseline_apply(struct xc_findings *findings, struct xc_baseline *baseline)
{
    size_t n_stale = 0;
    size_t n_kept = 0;
    size_t number;
    size_t i;

    for (i = 0; i < findings->n; i++) {
        if (xc_table_get(&baseline->numbers, findings->items[i].fingerprint, &number)) {
            baseline->items[number].is_met = true;
            findings->summary.baseline++;
        } else {
            findings->items[n_kept++] = findings->items[i];
        }
    }
    findings->n = n_kept;
    for (i = 0; i < baseline->n; i++)
        n_stale += !baseline->items[i].is_met;
    return n_stale;
}
