/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "verdict/told.h"

#include "data/expect.h"
#include "data/json.h"

struct reader {
    struct xc_expect expect;
    struct xc_arena *arena;
};

/* Room for what list holds; NULL, with the status, when memory is short. */
static void *
new_items(struct reader *r, const struct xc_node *list, size_t size)
{
    void *items = xc_arena_array(r->arena, list->n_children, size);

    if (items == NULL)
        r->expect.status = XC_NO_MEMORY;
    return items;
}

static struct xc_str
made(struct reader *r, struct xc_str text)
{
    if (text.ptr == NULL)
        r->expect.status = XC_NO_MEMORY;
    return text;
}

/* text of the tree, which is dropped after reading, in the arena. */
static struct xc_str
kept(struct reader *r, struct xc_str text)
{
    struct xc_str copy = XC_STR("");

    if (r->expect.status == XC_OK && text.len > 0 &&
        !xc_arena_str(r->arena, text, &copy))
        r->expect.status = XC_NO_MEMORY;
    return copy;
}

static struct xc_str
read_text(struct reader *r, const struct xc_trail *trail, const struct xc_node *node,
          const char *key)
{
    return kept(r, xc_expect_str(&r->expect, trail, node, key));
}

static struct xc_str
read_known_text(struct reader *r, const struct xc_trail *trail,
                const struct xc_node *node, const char *key)
{
    return kept(r, xc_expect_known_str(&r->expect, trail, node, key));
}

static bool
add_number(struct reader *r, struct xc_table *table, struct xc_str key, size_t number)
{
    size_t first;

    if (!xc_table_add(table, key, number, r->arena, &first))
        r->expect.status = XC_NO_MEMORY;
    return r->expect.status == XC_OK;
}

static struct xc_str
claim_key(struct xc_arena *arena, struct xc_str topic, struct xc_str claim)
{
    return xc_arena_printf(arena, "%.*s\n%.*s", (int)topic.len, topic.ptr,
                           (int)claim.len, claim.ptr);
}

static enum xc_verdict
read_verdict(struct reader *r, const struct xc_trail *trail, const struct xc_node *node)
{
    enum xc_verdict verdict = XC_VERDICT_SILENT;
    struct xc_str word = xc_expect_str(&r->expect, trail, node, "verdict");

    if (r->expect.status == XC_OK && !xc_verdict_parse(word, &verdict))
        xc_expect_tell(&r->expect, trail, "verdict", "is no verdict");
    return verdict;
}

static enum xc_side
read_side(struct reader *r, const struct xc_trail *trail, const struct xc_node *node)
{
    struct xc_str word = xc_expect_known_str(&r->expect, trail, node, "side");

    if (xc_str_is(word, xc_side_name(XC_SIDE_ASSERTED)))
        return XC_SIDE_ASSERTED;
    if (xc_str_is(word, xc_side_name(XC_SIDE_DENIED)))
        return XC_SIDE_DENIED;
    if (word.len > 0)
        xc_expect_tell(&r->expect, trail, "side", "is no side");
    return XC_SIDE_NONE;
}

static enum xc_position
read_position(struct reader *r, const struct xc_trail *trail,
              const struct xc_node *node)
{
    static const enum xc_position positions[] = {
        XC_POSITION_ASSERTS, XC_POSITION_DENIES, XC_POSITION_DISCUSSES,
        XC_POSITION_CONFLICTS};
    struct xc_str word = xc_expect_known_str(&r->expect, trail, node, "position");
    size_t i;

    for (i = 0; i < sizeof positions / sizeof positions[0]; i++) {
        if (xc_str_is(word, xc_position_name(positions[i])))
            return positions[i];
    }
    if (word.len > 0)
        xc_expect_tell(&r->expect, trail, "position", "is no position");
    return XC_POSITION_NONE;
}

/* The members of one value, which trail leads to. */
static void
read_value(struct reader *r, const struct xc_trail *trail, const struct xc_node *node,
           struct xc_str slot, struct xc_told_value *out)
{
    struct xc_expect *expect = &r->expect;
    const struct xc_node *name = xc_node_get(node, "name");
    const struct xc_node *approximate;
    struct xc_str kind;
    struct xc_str unit;
    struct xc_str low;
    struct xc_str high;
    struct xc_str called;

    if (!xc_expect_item(expect, trail, node, XC_NODE_MAP))
        return;
    kind = xc_expect_str(expect, trail, node, "kind");
    unit = xc_expect_known_str(expect, trail, node, "unit");
    low = xc_expect_known_str(expect, trail, node, "low");
    high = xc_expect_known_str(expect, trail, node, "high");
    approximate = xc_expect_member(expect, trail, node, "approximate", XC_NODE_BOOL);
    called = name == NULL ? XC_STR("") : xc_expect_str(expect, trail, node, "name");
    out->slot = slot;
    out->text = read_text(r, trail, node, "text");
    if (expect->status != XC_OK)
        return;
    out->key =
        made(r, xc_arena_printf(
                    r->arena, "%.*s\n%.*s\n%.*s\n%.*s\n%.*s\n%s\n%.*s", (int)slot.len,
                    slot.ptr, (int)kind.len, kind.ptr, (int)unit.len, unit.ptr,
                    (int)low.len, low.ptr, (int)high.len, high.ptr,
                    approximate->truth ? "about" : "", (int)called.len, called.ptr));
}

/* What the asserting sources agree on: values by their slots. */
static void
read_agreed(struct reader *r, const struct xc_trail *claim, const struct xc_node *node,
            struct xc_told_claim *out)
{
    const struct xc_trail value = {claim, "value", SIZE_MAX};
    const struct xc_node *map =
        xc_expect_known(&r->expect, claim, node, "value", XC_NODE_MAP);
    const struct xc_node *item;

    if (map == NULL)
        return;
    out->agreed = new_items(r, map, sizeof *out->agreed);
    for (item = map->first; item != NULL && r->expect.status == XC_OK;
         item = item->next) {
        const struct xc_trail trail = {&value, item->key.ptr, SIZE_MAX};

        read_value(r, &trail, item, kept(r, item->key), &out->agreed[out->n_agreed++]);
    }
}

static void
read_value_sources(struct reader *r, const struct xc_trail *up,
                   const struct xc_node *node, struct xc_told_value *out)
{
    const struct xc_node *list =
        xc_expect_member(&r->expect, up, node, "sources", XC_NODE_LIST);
    struct xc_trail trail = {up, "sources", 0};
    const struct xc_node *item;

    if (list == NULL)
        return;
    out->sources = new_items(r, list, sizeof *out->sources);
    for (item = list->first; item != NULL && r->expect.status == XC_OK;
         item = item->next) {
        if (!xc_expect_item(&r->expect, &trail, item, XC_NODE_STRING))
            return;
        out->sources[out->n_sources++] = kept(r, item->text);
        trail.item++;
    }
}

static void
read_values(struct reader *r, const struct xc_trail *claim, const struct xc_node *node,
            struct xc_told_claim *out)
{
    const struct xc_node *list =
        xc_expect_member(&r->expect, claim, node, "values", XC_NODE_LIST);
    struct xc_trail trail = {claim, "values", 0};
    const struct xc_trail value = {&trail, "value", SIZE_MAX};
    const struct xc_node *item;

    if (list == NULL)
        return;
    out->values = new_items(r, list, sizeof *out->values);
    for (item = list->first; item != NULL && r->expect.status == XC_OK;
         item = item->next) {
        struct xc_told_value *slot = &out->values[out->n_values++];
        const struct xc_node *inner;
        struct xc_str name;

        if (!xc_expect_item(&r->expect, &trail, item, XC_NODE_MAP))
            return;
        name = read_text(r, &trail, item, "slot");
        inner = xc_expect_member(&r->expect, &trail, item, "value", XC_NODE_MAP);
        if (inner == NULL)
            return;
        read_value(r, &value, inner, name, slot);
        read_value_sources(r, &trail, item, slot);
        trail.item++;
    }
}

static void
read_parts(struct reader *r, const struct xc_trail *claim, const struct xc_node *node,
           struct xc_told_claim *out)
{
    const struct xc_node *list =
        xc_expect_member(&r->expect, claim, node, "sources", XC_NODE_LIST);
    struct xc_trail trail = {claim, "sources", 0};
    const struct xc_node *item;

    if (list == NULL)
        return;
    out->parts = new_items(r, list, sizeof *out->parts);
    for (item = list->first; item != NULL && r->expect.status == XC_OK;
         item = item->next) {
        struct xc_told_part *part = &out->parts[out->n_parts++];

        if (!xc_expect_item(&r->expect, &trail, item, XC_NODE_MAP))
            return;
        part->source = read_text(r, &trail, item, "source");
        part->position = read_position(r, &trail, item);
        trail.item++;
    }
}

static enum xc_origin_reason
read_reason(struct reader *r, const struct xc_trail *trail, const struct xc_node *node)
{
    static const enum xc_origin_reason reasons[] = {
        XC_ORIGIN_SAME_SENTENCE,  XC_ORIGIN_SAME_BLOCK,   XC_ORIGIN_SHARED_PASSAGE,
        XC_ORIGIN_SAME_QUOTATION, XC_ORIGIN_SAME_SPEAKER, XC_ORIGIN_SAME_CITATION,
        XC_ORIGIN_CIRCULAR,       XC_ORIGIN_SAME_OUTLET,  XC_ORIGIN_UNKNOWN_SPEAKER};
    struct xc_str word = xc_expect_str(&r->expect, trail, node, "reason");
    size_t i;

    for (i = 0; i < sizeof reasons / sizeof reasons[0]; i++) {
        if (xc_str_is(word, xc_origin_reason_name(reasons[i])))
            return reasons[i];
    }
    xc_expect_tell(&r->expect, trail, "reason", "is no reason");
    return XC_ORIGIN_SAME_SENTENCE;
}

/* The source of an edge's end. */
static struct xc_str
read_end(struct reader *r, const struct xc_trail *trail, const struct xc_node *node,
         const char *key)
{
    const struct xc_trail end = {trail, key, SIZE_MAX};
    const struct xc_node *map =
        xc_expect_member(&r->expect, trail, node, key, XC_NODE_MAP);

    return map == NULL ? XC_STR("") : read_text(r, &end, map, "source");
}

static void
read_edges(struct reader *r, const struct xc_trail *claim, const struct xc_node *node,
           struct xc_told_claim *out)
{
    const struct xc_node *list =
        xc_expect_member(&r->expect, claim, node, "grouping", XC_NODE_LIST);
    struct xc_trail trail = {claim, "grouping", 0};
    const struct xc_node *item;

    if (list == NULL)
        return;
    out->edges = new_items(r, list, sizeof *out->edges);
    for (item = list->first; item != NULL && r->expect.status == XC_OK;
         item = item->next) {
        struct xc_told_edge *edge = &out->edges[out->n_edges++];

        if (!xc_expect_item(&r->expect, &trail, item, XC_NODE_MAP))
            return;
        edge->a = read_end(r, &trail, item, "a");
        edge->b = read_end(r, &trail, item, "b");
        edge->reason = read_reason(r, &trail, item);
        edge->words = read_text(r, &trail, item, "words");
        if (r->expect.status == XC_OK)
            edge->key =
                made(r, xc_arena_printf(r->arena, "%.*s\n%.*s\n%s", (int)edge->a.len,
                                        edge->a.ptr, (int)edge->b.len, edge->b.ptr,
                                        xc_origin_reason_name(edge->reason)));
        trail.item++;
    }
}

static void
read_claim(struct reader *r, const struct xc_trail *trail, const struct xc_node *node,
           struct xc_told *out)
{
    struct xc_told_claim *claim = &out->claims[out->n_claims];
    struct xc_expect *expect = &r->expect;
    struct xc_str key;

    if (!xc_expect_item(expect, trail, node, XC_NODE_MAP))
        return;
    claim->topic = read_text(r, trail, node, "topic");
    claim->claim = read_text(r, trail, node, "claim");
    claim->statement = read_text(r, trail, node, "statement");
    claim->verdict = read_verdict(r, trail, node);
    claim->side = read_side(r, trail, node);
    read_agreed(r, trail, node, claim);
    read_values(r, trail, node, claim);
    claim->n_origins = xc_expect_number(expect, trail, node, "origins");
    claim->why = read_text(r, trail, node, "why");
    read_parts(r, trail, node, claim);
    read_edges(r, trail, node, claim);
    if (expect->status != XC_OK)
        return;
    key = made(r, claim_key(r->arena, claim->topic, claim->claim));
    if (key.ptr != NULL && add_number(r, &out->claim_numbers, key, out->n_claims))
        out->n_claims++;
}

static void
read_topic(struct reader *r, const struct xc_trail *trail, const struct xc_node *node,
           struct xc_told *out)
{
    struct xc_told_topic *topic = &out->topics[out->n_topics];

    if (!xc_expect_item(&r->expect, trail, node, XC_NODE_MAP))
        return;
    topic->id = read_text(r, trail, node, "topic");
    topic->title = read_text(r, trail, node, "title");
    if (r->expect.status == XC_OK &&
        add_number(r, &out->topic_numbers, topic->id, out->n_topics))
        out->n_topics++;
}

static void
read_source(struct reader *r, const struct xc_trail *trail, const struct xc_node *node,
            struct xc_told *out)
{
    struct xc_told_source *source = &out->sources[out->n_sources];

    if (!xc_expect_item(&r->expect, trail, node, XC_NODE_MAP))
        return;
    source->id = read_text(r, trail, node, "source");
    source->publisher = read_known_text(r, trail, node, "publisher");
    source->published = read_known_text(r, trail, node, "published");
    if (r->expect.status == XC_OK &&
        add_number(r, &out->source_numbers, source->id, out->n_sources))
        out->n_sources++;
}

typedef void (*item_reader)(struct reader *r, const struct xc_trail *trail,
                            const struct xc_node *node, struct xc_told *out);

/* Reads each item of the list key of the root by read. */
static void
read_list(struct reader *r, const struct xc_node *root, const char *key,
          item_reader read, struct xc_told *out)
{
    const struct xc_node *list =
        xc_expect_member(&r->expect, NULL, root, key, XC_NODE_LIST);
    struct xc_trail trail = {NULL, key, 0};
    const struct xc_node *item;

    for (item = list == NULL ? NULL : list->first;
         item != NULL && r->expect.status == XC_OK; item = item->next) {
        read(r, &trail, item, out);
        trail.item++;
    }
}

/* The number of items of a list of the root, 0 when there is none. */
static size_t
count_items(const struct xc_node *root, const char *key)
{
    const struct xc_node *list = xc_node_get(root, key);

    return list == NULL ? 0 : list->n_children;
}

static void
read_root(struct reader *r, const struct xc_node *root, struct xc_told *out)
{
    struct xc_expect *expect = &r->expect;
    size_t format;

    if (!xc_expect_item(expect, NULL, root, XC_NODE_MAP))
        return;
    out->version = read_text(r, NULL, root, "xclaim");
    format = xc_expect_number(expect, NULL, root, "format");
    if (expect->status == XC_OK && format != XC_TOLD_FORMAT)
        xc_expect_tell(expect, NULL, "format",
                       "is %zu, and this program knows only %zu", format,
                       XC_TOLD_FORMAT);
    out->topics =
        xc_arena_array(r->arena, count_items(root, "topics"), sizeof *out->topics);
    out->claims =
        xc_arena_array(r->arena, count_items(root, "claims"), sizeof *out->claims);
    out->sources =
        xc_arena_array(r->arena, count_items(root, "sources"), sizeof *out->sources);
    if (out->topics == NULL || out->claims == NULL || out->sources == NULL) {
        expect->status = XC_NO_MEMORY;
        return;
    }
    read_list(r, root, "topics", read_topic, out);
    read_list(r, root, "claims", read_claim, out);
    read_list(r, root, "sources", read_source, out);
}

enum xc_status
xc_told_read(struct xc_str text, struct xc_str path, struct xc_arena *arena,
             struct xc_told *out, struct xc_problems *problems)
{
    struct reader r = {{path, "report of xclaim", problems, XC_OK}, arena};
    struct xc_told told = {.path = path};
    struct xc_node *root = NULL;
    struct xc_arena tree;
    enum xc_status status;

    xc_arena_init(&tree);
    /* PowerShell writes a mark before what it redirects. */
    if (xc_str_starts(text, "\xEF\xBB\xBF"))
        text = xc_str_sub(text, 3, text.len - 3);
    status = xc_json_parse_report(text, path, &tree, &root, problems);
    if (status == XC_OK) {
        read_root(&r, root, &told);
        status = r.expect.status;
    }
    xc_arena_release(&tree);
    if (status == XC_OK)
        *out = told;
    return status;
}

const struct xc_told_claim *
xc_told_find(const struct xc_told *told, const struct xc_told_claim *like,
             struct xc_arena *scratch, bool *failed)
{
    struct xc_str key = claim_key(scratch, like->topic, like->claim);
    size_t number;

    if (key.ptr == NULL)
        *failed = true;
    return key.ptr != NULL && xc_table_get(&told->claim_numbers, key, &number)
               ? &told->claims[number]
               : NULL;
}

const struct xc_told_source *
xc_told_source(const struct xc_told *told, struct xc_str id)
{
    size_t number;

    return xc_table_get(&told->source_numbers, id, &number) ? &told->sources[number]
                                                            : NULL;
}

struct xc_str
xc_told_title(const struct xc_told *told, struct xc_str topic)
{
    size_t number;

    return xc_table_get(&told->topic_numbers, topic, &number)
               ? told->topics[number].title
               : XC_STR("");
}
