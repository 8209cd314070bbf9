/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "data/html_nesting.h"

#include <stdlib.h>

#include "base/hash.h"
#include "base/vec.h"

/* What a name is, for the rules of others. */
enum {
    IS_SPECIAL = 1 << 0,  /* no end tag of an inline element reaches out of it */
    IS_STOP = 1 << 1,     /* nor does the start of a list's item */
    IS_SCOPE = 1 << 2,    /* nor the end tag of a block */
    IS_BUTTON = 1 << 3,   /* … */
    IS_LIST = 1 << 4,     /* nor that of an item */
    IS_TABLE = 1 << 5,    /* nor a row or cell */
    IS_TEMPLATE = 1 << 6, /* … */
    IS_ROWS = 1 << 7,     /* "tbody" and its like */
    IS_ROW = 1 << 8,
    IS_CELL = 1 << 9,
    IS_CAPTION = 1 << 10,
    IS_P = 1 << 11,
    IS_LI = 1 << 12,
    IS_DD = 1 << 13, /* or "dt" */
    IS_OPTION = 1 << 14,
    IS_OPTGROUP = 1 << 15,
    IS_SELECT = 1 << 16,
    IS_A = 1 << 17,
    IS_NOBR = 1 << 18,
    IS_RUBY = 1 << 19, /* a part of "ruby" */
    IS_HEADING = 1 << 20,
    IS_HEAD = 1 << 21,
    IS_FOREIGN = 1 << 22, /* holds another language than HTML … */
    IS_INNER = 1 << 23,   /* … and this, inside of it, HTML again */
    IS_FORM = 1 << 24,
    IS_FORMATTING = 1 << 25, /* its end tag may come while a block is open in it */
    IS_HEADED = 1 << 26,     /* stands in "head" */
    IS_VOID = 1 << 27,
    IS_OUT = 1 << 28,   /* does not stand in a foreign language */
    ENDS_P = 1 << 29,   /* does not stand in a paragraph */
    IS_ENDED = 1 << 30, /* its end tag came, but what is in it had to stay open */

    /* Kinds that many names are of. */
    BLOCK = IS_SPECIAL | IS_STOP | ENDS_P | IS_OUT,
    FORMATTING = IS_FORMATTING | IS_OUT,
    TABLE_PART = IS_SPECIAL | IS_STOP,
    VOID = IS_SPECIAL | IS_STOP | IS_VOID,

    /* What rows and cells end, and where they stop looking for it. */
    IN_ROW = IS_CELL | IS_CAPTION,
    IN_ROWS = IN_ROW | IS_ROW,
    IN_TABLE = IN_ROWS | IS_ROWS,
    TABLE = IS_TABLE | IS_TEMPLATE,
};

struct kind {
    const char *name;
    uint32_t is;
    uint32_t ends;       /* what its start tag ends … */
    uint32_t ends_until; /* … unless one of these is in between */
    uint32_t until;      /* what its end tag does not reach out of */
    enum xc_html_content content;
};

/* By name; what HTML 5 says of "The stack of open elements" and "in body", in short. */
static const struct kind kinds[] = {
    {"a", IS_A | IS_FORMATTING, IS_A, IS_SPECIAL, IS_SPECIAL, 0},
    {"address", IS_SPECIAL | ENDS_P | IS_OUT, 0, 0, IS_SCOPE, 0},
    {"applet", IS_SPECIAL | IS_STOP | IS_SCOPE, 0, 0, IS_SCOPE, 0},
    {"area", VOID, 0, 0, 0, 0},
    {"article", BLOCK, 0, 0, IS_SCOPE, 0},
    {"aside", BLOCK, 0, 0, IS_SCOPE, 0},
    {"b", FORMATTING, 0, 0, IS_SPECIAL, 0},
    {"base", VOID | IS_HEADED, 0, 0, 0, 0},
    {"basefont", VOID | IS_HEADED, 0, 0, 0, 0},
    {"bgsound", VOID | IS_HEADED, 0, 0, 0, 0},
    {"big", FORMATTING, 0, 0, IS_SPECIAL, 0},
    {"blockquote", BLOCK, 0, 0, IS_SCOPE, 0},
    {"body", BLOCK, 0, 0, IS_SCOPE, 0},
    {"br", VOID | IS_OUT, 0, 0, 0, 0},
    {"button", IS_SPECIAL | IS_STOP | IS_BUTTON, IS_BUTTON, IS_SCOPE, IS_SCOPE, 0},
    {"caption", TABLE_PART | IS_SCOPE | IS_CAPTION, IN_TABLE, TABLE, TABLE, 0},
    {"center", BLOCK, 0, 0, IS_SCOPE, 0},
    {"code", FORMATTING, 0, 0, IS_SPECIAL, 0},
    {"col", VOID, 0, 0, 0, 0},
    {"colgroup", TABLE_PART | IS_CAPTION, IN_TABLE, TABLE, TABLE, 0},
    {"dd", BLOCK | IS_DD, IS_DD, IS_STOP, IS_SCOPE, 0},
    {"details", BLOCK, 0, 0, IS_SCOPE, 0},
    {"dialog", BLOCK, 0, 0, IS_SCOPE, 0},
    {"dir", BLOCK, 0, 0, IS_SCOPE, 0},
    {"div", IS_SPECIAL | ENDS_P | IS_OUT, 0, 0, IS_SCOPE, 0},
    {"dl", BLOCK, 0, 0, IS_SCOPE, 0},
    {"dt", BLOCK | IS_DD, IS_DD, IS_STOP, IS_SCOPE, 0},
    {"em", FORMATTING, 0, 0, IS_SPECIAL, 0},
    {"embed", VOID | IS_OUT, 0, 0, 0, 0},
    {"fieldset", BLOCK, 0, 0, IS_SCOPE, 0},
    {"figcaption", BLOCK, 0, 0, IS_SCOPE, 0},
    {"figure", BLOCK, 0, 0, IS_SCOPE, 0},
    {"font", IS_FORMATTING, 0, 0, IS_SPECIAL, 0},
    {"footer", BLOCK, 0, 0, IS_SCOPE, 0},
    {"foreignobject", IS_SPECIAL | IS_STOP | IS_SCOPE | IS_INNER, 0, 0, IS_SCOPE, 0},
    {"form", BLOCK | IS_FORM, 0, 0, IS_SCOPE, 0},
    {"frame", VOID, 0, 0, 0, 0},
    {"frameset", IS_SPECIAL | IS_STOP, 0, 0, IS_SCOPE, 0},
    {"h1", BLOCK | IS_HEADING, IS_HEADING, IS_SPECIAL, IS_SCOPE, 0},
    {"h2", BLOCK | IS_HEADING, IS_HEADING, IS_SPECIAL, IS_SCOPE, 0},
    {"h3", BLOCK | IS_HEADING, IS_HEADING, IS_SPECIAL, IS_SCOPE, 0},
    {"h4", BLOCK | IS_HEADING, IS_HEADING, IS_SPECIAL, IS_SCOPE, 0},
    {"h5", BLOCK | IS_HEADING, IS_HEADING, IS_SPECIAL, IS_SCOPE, 0},
    {"h6", BLOCK | IS_HEADING, IS_HEADING, IS_SPECIAL, IS_SCOPE, 0},
    {"head", IS_SPECIAL | IS_STOP | IS_HEAD | IS_HEADED, 0, 0, IS_TEMPLATE, 0},
    {"header", BLOCK, 0, 0, IS_SCOPE, 0},
    {"hgroup", BLOCK, 0, 0, IS_SCOPE, 0},
    {"hr", VOID | ENDS_P | IS_OUT, 0, 0, 0, 0},
    {"html", IS_SPECIAL | IS_STOP | IS_SCOPE, 0, 0, IS_SCOPE, 0},
    {"i", FORMATTING, 0, 0, IS_SPECIAL, 0},
    {"iframe", IS_SPECIAL | IS_STOP, 0, 0, IS_SPECIAL, XC_HTML_RAW},
    {"img", VOID | IS_OUT, 0, 0, 0, 0},
    {"input", VOID, IS_SELECT, IS_SCOPE, 0, 0},
    {"keygen", VOID, IS_SELECT, IS_SCOPE, 0, 0},
    {"li", BLOCK | IS_LI, IS_LI, IS_STOP, IS_SCOPE | IS_LIST, 0},
    {"link", VOID | IS_HEADED, 0, 0, 0, 0},
    {"listing", BLOCK, 0, 0, IS_SCOPE, 0},
    {"main", BLOCK, 0, 0, IS_SCOPE, 0},
    {"marquee", IS_SPECIAL | IS_STOP | IS_SCOPE, 0, 0, IS_SCOPE, 0},
    {"math", IS_FOREIGN, 0, 0, IS_SPECIAL, 0},
    {"menu", BLOCK, 0, 0, IS_SCOPE, 0},
    {"meta", VOID | IS_HEADED | IS_OUT, 0, 0, 0, 0},
    {"nav", BLOCK, 0, 0, IS_SCOPE, 0},
    {"nobr", FORMATTING | IS_NOBR, IS_NOBR, IS_SPECIAL, IS_SPECIAL, 0},
    {"noembed", IS_SPECIAL | IS_STOP, 0, 0, IS_SPECIAL, XC_HTML_RAW},
    {"noframes", IS_SPECIAL | IS_STOP | IS_HEADED, 0, 0, IS_SPECIAL, XC_HTML_RAW},
    {"noscript", IS_SPECIAL | IS_STOP | IS_HEADED, 0, 0, IS_SCOPE, 0},
    {"object", IS_SPECIAL | IS_STOP | IS_SCOPE, 0, 0, IS_SCOPE, 0},
    {"ol", BLOCK | IS_LIST, 0, 0, IS_SCOPE, 0},
    {"optgroup", IS_OPTGROUP, IS_OPTION | IS_OPTGROUP, IS_SPECIAL, IS_SPECIAL, 0},
    {"option", IS_OPTION, IS_OPTION, IS_SPECIAL, IS_SPECIAL, 0},
    {"p", IS_SPECIAL | IS_P | ENDS_P | IS_OUT, 0, 0, IS_SCOPE | IS_BUTTON, 0},
    {"param", VOID, 0, 0, 0, 0},
    {"plaintext", BLOCK, 0, 0, IS_SCOPE, 0},
    {"pre", BLOCK, 0, 0, IS_SCOPE, 0},
    {"rb", IS_RUBY, IS_RUBY, IS_SPECIAL, IS_SPECIAL, 0},
    {"rp", IS_RUBY, IS_RUBY, IS_SPECIAL, IS_SPECIAL, 0},
    {"rt", IS_RUBY, IS_RUBY, IS_SPECIAL, IS_SPECIAL, 0},
    {"rtc", IS_RUBY, IS_RUBY, IS_SPECIAL, IS_SPECIAL, 0},
    {"ruby", IS_OUT, 0, 0, IS_SPECIAL, 0},
    {"s", FORMATTING, 0, 0, IS_SPECIAL, 0},
    {"script", IS_SPECIAL | IS_STOP | IS_HEADED, 0, 0, IS_SPECIAL, XC_HTML_SCRIPT},
    {"search", BLOCK, 0, 0, IS_SCOPE, 0},
    {"section", BLOCK, 0, 0, IS_SCOPE, 0},
    {"select", IS_SPECIAL | IS_STOP | IS_SELECT, IS_SELECT, IS_SCOPE, IS_SCOPE, 0},
    {"small", FORMATTING, 0, 0, IS_SPECIAL, 0},
    {"source", VOID, 0, 0, 0, 0},
    {"span", IS_OUT, 0, 0, IS_SPECIAL, 0},
    {"strike", FORMATTING, 0, 0, IS_SPECIAL, 0},
    {"strong", FORMATTING, 0, 0, IS_SPECIAL, 0},
    {"style", IS_SPECIAL | IS_STOP | IS_HEADED, 0, 0, IS_SPECIAL, XC_HTML_SCRIPT},
    {"sub", IS_OUT, 0, 0, IS_SPECIAL, 0},
    {"summary", BLOCK, 0, 0, IS_SCOPE, 0},
    {"sup", IS_OUT, 0, 0, IS_SPECIAL, 0},
    {"svg", IS_FOREIGN, 0, 0, IS_SPECIAL, 0},
    {"table", BLOCK | IS_SCOPE | IS_TABLE, IS_TABLE, IN_ROW | IS_TEMPLATE, IS_TEMPLATE,
     0},
    {"tbody", TABLE_PART | IS_ROWS, IN_TABLE, TABLE, TABLE, 0},
    {"td", TABLE_PART | IS_SCOPE | IS_CELL, IN_ROW, TABLE, TABLE, 0},
    {"template", IS_SPECIAL | IS_STOP | IS_SCOPE | IS_TEMPLATE | IS_HEADED, 0, 0, 0, 0},
    {"textarea", IS_SPECIAL | IS_STOP, IS_SELECT, IS_SCOPE, IS_SPECIAL, XC_HTML_TEXT},
    {"tfoot", TABLE_PART | IS_ROWS, IN_TABLE, TABLE, TABLE, 0},
    {"th", TABLE_PART | IS_SCOPE | IS_CELL, IN_ROW, TABLE, TABLE, 0},
    {"thead", TABLE_PART | IS_ROWS, IN_TABLE, TABLE, TABLE, 0},
    {"title", IS_SPECIAL | IS_STOP | IS_HEADED, 0, 0, IS_SPECIAL, XC_HTML_TEXT},
    {"tr", TABLE_PART | IS_ROW, IN_ROWS, TABLE, TABLE, 0},
    {"track", VOID, 0, 0, 0, 0},
    {"tt", FORMATTING, 0, 0, IS_SPECIAL, 0},
    {"u", FORMATTING, 0, 0, IS_SPECIAL, 0},
    {"ul", BLOCK | IS_LIST, 0, 0, IS_SCOPE, 0},
    {"var", IS_OUT, 0, 0, IS_SPECIAL, 0},
    {"wbr", VOID, 0, 0, 0, 0},
    {"xmp", BLOCK, 0, 0, IS_SCOPE, XC_HTML_RAW},
    {"", 0, 0, 0, IS_SPECIAL, 0}, /* any other */
};

/* Elements of one formatting name inside of each other; "<b>one <b>two" was meant to
 * end the first, and a page may do it a thousand times. */
static const size_t most_formatting = 3;

static int
compare_name(const void *key, const void *row)
{
    const struct kind *kind = row;

    return xc_str_compare(*(const struct xc_str *)key, xc_str_of(kind->name));
}

struct xc_html_name
xc_html_name_of(struct xc_str clean)
{
    const size_t n_known = XC_COUNT(kinds) - 1;
    const struct kind *kind =
        bsearch(&clean, kinds, n_known, sizeof kinds[0], compare_name);
    struct xc_html_name name = {.str = clean, .kind = n_known};

    if (kind == NULL) {
        name.id = (uint32_t)xc_hash_bytes(clean) | 0x80000000u;
        return name;
    }
    name.kind = (size_t)(kind - kinds);
    name.id = (uint32_t)name.kind;
    name.is = kind->is;
    name.content = kind->content;
    return name;
}

/*
 * How many elements stay open when the outermost one of those that are `ends` ends; it
 * is looked for from the keep-th outwards up to one that is `until`.
 */
static size_t
without(const struct xc_html_nesting *nesting, size_t keep, uint32_t ends,
        uint32_t until)
{
    size_t found = keep;
    size_t i;

    for (i = keep; i-- > 0;) {
        if ((nesting->is[i] & (ends | until)) == 0)
            continue;
        if ((nesting->is[i] & ends) != 0)
            found = i;
        if ((nesting->is[i] & until) != 0)
            break;
    }
    return found;
}

static size_t
keep_before(const struct xc_html_nesting *nesting, const struct xc_html_name *name)
{
    const struct kind *kind = &kinds[name->kind];
    size_t keep = nesting->depth;

    if (nesting->has_head && (name->is & IS_HEADED) == 0)
        keep = without(nesting, keep, IS_HEAD, IS_TEMPLATE);
    if (nesting->n_foreign > 0 && (name->is & IS_OUT) != 0)
        keep = without(nesting, keep, IS_FOREIGN, IS_INNER);
    if ((name->is & ENDS_P) != 0)
        keep = without(nesting, keep, IS_P, IS_SCOPE | IS_BUTTON);
    if (kind->ends != 0)
        keep = without(nesting, keep, kind->ends, kind->ends_until);
    return keep;
}

/* How many of that name are open, up to one that is `until`. */
static size_t
count_open(const struct xc_html_nesting *nesting, size_t keep, uint32_t id,
           uint32_t until)
{
    size_t n = 0;
    size_t i;

    for (i = keep; i-- > 0 && (nesting->is[i] & until) == 0;)
        n += nesting->id[i] == id;
    return n;
}

static bool
has_no_place(const struct xc_html_nesting *nesting, const struct xc_html_name *name,
             size_t keep)
{
    if ((name->is & IS_FORM) != 0)
        return count_open(nesting, keep, name->id, IS_TEMPLATE) > 0;
    if ((name->is & IS_FORMATTING) != 0)
        return count_open(nesting, keep, name->id, IS_SPECIAL) >= most_formatting;
    return (nesting->had_html && xc_str_is(name->str, "html")) ||
           (nesting->had_head && xc_str_is(name->str, "head")) ||
           (nesting->had_body && xc_str_is(name->str, "body"));
}

enum xc_html_place
xc_html_nesting_start(const struct xc_html_nesting *nesting,
                      const struct xc_html_name *name, bool is_empty, size_t *out_keep)
{
    const size_t keep = keep_before(nesting, name);

    if (has_no_place(nesting, name, keep)) {
        *out_keep = nesting->depth;
        return XC_HTML_NOWHERE;
    }
    *out_keep = keep;
    if (is_empty || (name->is & IS_VOID) != 0)
        return XC_HTML_EMPTY;
    return keep < XC_MAX_MARKUP_DEPTH ? XC_HTML_OPENS : XC_HTML_TOO_DEEP;
}

void
xc_html_nesting_push(struct xc_html_nesting *nesting, const struct xc_html_name *name)
{
    const size_t i = nesting->depth++;

    nesting->id[i] = name->id;
    nesting->is[i] = name->is;
    nesting->len[i] = (unsigned char)name->str.len;
    memcpy(nesting->name[i], name->str.ptr, name->str.len);
    nesting->n_foreign += (name->is & IS_FOREIGN) != 0;
    nesting->has_head = nesting->has_head || (name->is & IS_HEAD) != 0;
    nesting->had_head = nesting->had_head || (name->is & IS_HEAD) != 0;
    nesting->had_html = nesting->had_html || xc_str_is(name->str, "html");
    nesting->had_body = nesting->had_body || xc_str_is(name->str, "body");
}

static struct xc_str
name_at(const struct xc_html_nesting *nesting, size_t i)
{
    return (struct xc_str){nesting->name[i], nesting->len[i]};
}

/* Whether an end tag of that name may end the i-th element: any headline's ends any. */
static bool
may_end(const struct xc_html_nesting *nesting, size_t i,
        const struct xc_html_name *name)
{
    if ((nesting->is[i] & IS_ENDED) != 0)
        return false;
    if ((nesting->is[i] & name->is & IS_HEADING) != 0)
        return true;
    return nesting->id[i] == name->id && xc_str_equal(name_at(nesting, i), name->str);
}

size_t
xc_html_nesting_end(struct xc_html_nesting *nesting, const struct xc_html_name *name)
{
    uint32_t until = kinds[name->kind].until;
    bool inner = false; /* something must stay open that is inside of it */
    size_t i;

    /* What follows "</body>" belongs to it all the same. */
    if (xc_str_is(name->str, "body") || xc_str_is(name->str, "html"))
        return nesting->depth;
    for (i = nesting->depth; i-- > 0;) {
        if (may_end(nesting, i, name)) {
            if (!inner)
                return i;
            nesting->is[i] |= IS_ENDED;
            break;
        }
        if ((nesting->is[i] & until) == 0)
            continue;
        if ((name->is & IS_FORMATTING) == 0 || (nesting->is[i] & IS_SCOPE) != 0)
            break;
        /* "<a><h2>Three men</a></h2>": the link ends when the headline does. */
        inner = true;
        until = IS_SCOPE;
    }
    return nesting->depth;
}

bool
xc_html_nesting_must_pop(const struct xc_html_nesting *nesting, size_t keep)
{
    return nesting->depth > keep ||
           (nesting->depth > 0 && (nesting->is[nesting->depth - 1] & IS_ENDED) != 0);
}

struct xc_str
xc_html_nesting_pop(struct xc_html_nesting *nesting)
{
    const size_t i = --nesting->depth;

    nesting->n_foreign -= (nesting->is[i] & IS_FOREIGN) != 0;
    if ((nesting->is[i] & IS_HEAD) != 0)
        nesting->has_head = false;
    return name_at(nesting, i);
}
