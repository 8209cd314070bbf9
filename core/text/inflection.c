/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "text/inflection.h"

#include <assert.h>

#include "base/table.h"
#include "base/vec.h"
#include "text/suffix.h"

/* Shorter stems are never taken off a word unless the table knows them ("go-ing"). */
#define MIN_STEM_BYTES 3

#define ALL_VERB_NOUN (XC_SUFFIX_S | XC_SUFFIX_ED | XC_SUFFIX_ING)

/* A base of the table with all its lines together. */
struct entry {
    struct xc_str base;
    unsigned regular; /* suffixes of xc_suffix that it still takes by rule */
    bool is_only;
    struct xc_str_vec forms;
};

/* One "form is of entry"; those of one form are chained. */
struct link {
    size_t entry;
    size_t next; /* index + 1 of the next link; 0: last */
};

struct xc_inflection {
    struct entry *items;
    size_t n;
    size_t cap;
    struct xc_table by_base; /* base -> entry */
    struct {
        struct link *items;
        size_t n;
        size_t cap;
    } links;
    struct xc_table by_form; /* irregular form -> its index in heads */
    struct {
        size_t *items; /* index + 1 of the first link */
        size_t n;
        size_t cap;
    } heads;
    struct xc_table fixed;
};

static struct entry *
find_entry(const struct xc_inflection *inflection, struct xc_str base)
{
    size_t i;

    return xc_table_get(&inflection->by_base, base, &i) ? &inflection->items[i] : NULL;
}

/* The entry of base, made when there is none; NULL when memory is short. */
static struct entry *
make_entry(struct xc_inflection *inflection, struct xc_str base, struct xc_arena *arena)
{
    struct entry *entry;
    size_t i;

    if (!xc_table_add(&inflection->by_base, base, inflection->n, arena, &i))
        return NULL;
    if (i < inflection->n)
        return &inflection->items[i];
    entry = XC_VEC_ADD(inflection, arena);
    if (entry == NULL)
        return NULL;
    entry->base = base;
    entry->regular = ALL_VERB_NOUN;
    return entry;
}

/* Remembers that form is a form of the entry with this index. */
static bool
link_form(struct xc_inflection *inflection, size_t i_entry, struct xc_str form,
          struct xc_arena *arena)
{
    struct xc_str *slot = XC_VEC_ADD(&inflection->items[i_entry].forms, arena);
    struct link *link;
    size_t i_head;

    if (slot == NULL)
        return false;
    *slot = form;
    if (!xc_table_add(&inflection->by_form, form, inflection->heads.n, arena, &i_head))
        return false;
    if (i_head == inflection->heads.n && XC_VEC_ADD(&inflection->heads, arena) == NULL)
        return false;
    link = XC_VEC_ADD(&inflection->links, arena);
    if (link == NULL)
        return false;
    link->entry = i_entry;
    link->next = inflection->heads.items[i_head];
    inflection->heads.items[i_head] = inflection->links.n;
    return true;
}

/* What a line of this part does to the entry; false: no such part. */
static bool
apply_part(struct entry *entry, struct xc_str part)
{
    if (xc_str_is(part, "verb")) {
        entry->regular &= ~(unsigned)XC_SUFFIX_ED;
    } else if (xc_str_is(part, "ing")) {
        entry->regular &= ~(unsigned)XC_SUFFIX_ING;
    } else if (xc_str_is(part, "noun")) {
        entry->regular &= ~(unsigned)XC_SUFFIX_S;
    } else if (xc_str_is(part, "only")) {
        entry->is_only = true;
    } else {
        return xc_str_is(part, "adjective") || xc_str_is(part, "also") ||
               xc_str_is(part, "regular");
    }
    return true;
}

/* Takes the part after a TAB off *line; false when there is no more. */
static bool
next_column(struct xc_str *line, struct xc_str *out)
{
    if (!xc_str_split(line, '\t', out))
        return false;
    *out = xc_str_trim(*out);
    return out->len > 0;
}

/* "tight adjective": tighter and tightest, entered like irregular forms so that they
 * lead back to "tight" though -er is never stripped by rule. */
static enum xc_status
link_compared(struct xc_inflection *inflection, size_t i_entry, struct xc_arena *arena)
{
    struct xc_str_vec made = {NULL, 0, 0};
    enum xc_status status =
        xc_suffix_add(inflection->items[i_entry].base, XC_SUFFIX_ER, arena, &made);
    size_t i;

    for (i = 0; status == XC_OK && i < made.n; i++) {
        if (!link_form(inflection, i_entry, made.items[i], arena))
            status = XC_NO_MEMORY;
    }
    return status;
}

static enum xc_status
read_line(struct xc_inflection *inflection, struct xc_str line, struct xc_arena *arena)
{
    struct xc_str base;
    struct xc_str part;
    struct xc_str forms;
    struct xc_str form;
    struct entry *entry;
    size_t i_entry;

    if (!next_column(&line, &base) || !next_column(&line, &part))
        return XC_BAD_RULE;
    entry = make_entry(inflection, base, arena);
    if (entry == NULL)
        return XC_NO_MEMORY;
    if (!apply_part(entry, part))
        return XC_BAD_RULE;
    i_entry = (size_t)(entry - inflection->items);
    if (!next_column(&line, &forms)) {
        return xc_str_is(part, "adjective") ? link_compared(inflection, i_entry, arena)
                                            : XC_OK;
    }
    while (xc_str_split(&forms, ' ', &form)) {
        if (form.len > 0 && !link_form(inflection, i_entry, form, arena))
            return XC_NO_MEMORY;
    }
    return XC_OK;
}

/* The next line that is neither empty nor a comment, trimmed. */
static bool
next_line(struct xc_str *rest, struct xc_str *out)
{
    while (xc_str_split(rest, '\n', out)) {
        *out = xc_str_trim(*out);
        if (out->len > 0 && out->ptr[0] != '#')
            return true;
    }
    return false;
}

enum xc_status
xc_inflection_new(struct xc_str irregular, struct xc_str fixed, struct xc_arena *arena,
                  const struct xc_inflection **out)
{
    struct xc_inflection *inflection = xc_arena_array(arena, 1, sizeof *inflection);
    struct xc_str line;
    size_t ignored;
    enum xc_status status;

    if (inflection == NULL)
        return XC_NO_MEMORY;
    while (next_line(&irregular, &line)) {
        status = read_line(inflection, line, arena);
        if (status != XC_OK)
            return status;
    }
    while (next_line(&fixed, &line)) {
        if (!xc_table_add(&inflection->fixed, line, 0, arena, &ignored))
            return XC_NO_MEMORY;
    }
    *out = inflection;
    return XC_OK;
}

static bool
has_str(const struct xc_str_vec *list, size_t first, struct xc_str text)
{
    size_t i;

    for (i = first; i < list->n; i++) {
        if (xc_str_equal(list->items[i], text))
            return true;
    }
    return false;
}

/* Appends text unless it stands at or after first already. */
static bool
add_once(struct xc_str_vec *list, size_t first, struct xc_str text,
         struct xc_arena *arena)
{
    struct xc_str *slot;

    if (has_str(list, first, text))
        return true;
    slot = XC_VEC_ADD(list, arena);
    if (slot == NULL)
        return false;
    *slot = text;
    return true;
}

/*
 * Appends base and all its forms, each once counted from first.  suffixes are those
 * that a word takes which the table does not know.
 */
static enum xc_status
add_forms_of_base(const struct xc_inflection *inflection, struct xc_str base,
                  unsigned suffixes, struct xc_arena *arena, struct xc_str_vec *out,
                  size_t first)
{
    const struct entry *entry = find_entry(inflection, base);
    struct xc_str_vec made = {NULL, 0, 0};
    enum xc_status status;
    size_t i;

    if (!add_once(out, first, base, arena))
        return XC_NO_MEMORY;
    if (entry != NULL) {
        for (i = 0; i < entry->forms.n; i++) {
            if (!add_once(out, first, entry->forms.items[i], arena))
                return XC_NO_MEMORY;
        }
        suffixes = entry->is_only ? 0 : entry->regular;
    }
    status = xc_suffix_add(base, suffixes, arena, &made);
    if (status != XC_OK)
        return status;
    for (i = 0; i < made.n; i++) {
        /* "even" has no form "evening", nor "fee" a form "feed". */
        if (xc_table_get(&inflection->fixed, made.items[i], NULL))
            continue;
        if (!add_once(out, first, made.items[i], arena))
            return XC_NO_MEMORY;
    }
    return XC_OK;
}

/* Whether putting the suffixes on the stem gives key back: "planed" is of "plane", not
 * of "plan", which would double its n. */
static enum xc_status
is_form_of(const struct xc_inflection *inflection, struct xc_str key,
           struct xc_str stem, struct xc_arena *arena, bool *out)
{
    struct xc_str_vec forms = {NULL, 0, 0};
    enum xc_status status =
        add_forms_of_base(inflection, stem, ALL_VERB_NOUN, arena, &forms, 0);

    if (status == XC_OK)
        *out = has_str(&forms, 0, key);
    return status;
}

/* Appends the stems that key has by rule. */
static enum xc_status
add_stripped(const struct xc_inflection *inflection, struct xc_str key,
             struct xc_arena *arena, struct xc_str_vec *out, size_t first)
{
    struct xc_stem stems[XC_MAX_STEMS];
    /* The table has spoken of "knives": only a base that it names comes beside it. */
    bool known_only = xc_table_get(&inflection->by_form, key, NULL);
    size_t n = 0;
    size_t i;

    if (xc_table_get(&inflection->fixed, key, NULL))
        return XC_OK;
    if (!xc_suffix_strip(key, arena, stems, &n))
        return XC_NO_MEMORY;
    for (i = 0; i < n; i++) {
        bool is_known = find_entry(inflection, stems[i].base) != NULL;
        bool is_form = false;
        enum xc_status status;

        if (!is_known &&
            (known_only || stems[i].rare || stems[i].base.len < MIN_STEM_BYTES))
            continue;
        /* "ranged" is not of "rang", which is itself only a form of another. */
        if (!is_known && xc_table_get(&inflection->by_form, stems[i].base, NULL))
            continue;
        status = is_form_of(inflection, key, stems[i].base, arena, &is_form);
        if (status != XC_OK)
            return status;
        if (is_form && !add_once(out, first, stems[i].base, arena))
            return XC_NO_MEMORY;
    }
    return XC_OK;
}

/* Appends the bases of key from the table and by rule, without key itself. */
static enum xc_status
add_bases(const struct xc_inflection *inflection, struct xc_str key,
          struct xc_arena *arena, struct xc_str_vec *out, size_t first)
{
    size_t link = 0;
    size_t i_head;

    if (xc_table_get(&inflection->by_form, key, &i_head))
        link = inflection->heads.items[i_head];
    for (; link != 0; link = inflection->links.items[link - 1].next) {
        size_t entry = inflection->links.items[link - 1].entry;
        struct xc_str base = inflection->items[entry].base;

        if (!add_once(out, first, base, arena))
            return XC_NO_MEMORY;
    }
    return add_stripped(inflection, key, arena, out, first);
}

static bool
has_digit(struct xc_str key)
{
    size_t i;

    for (i = 0; i < key.len; i++) {
        if (key.ptr[i] >= '0' && key.ptr[i] <= '9')
            return true;
    }
    return false;
}

/* Kardashian -> Kardashians, Kennedy -> Kennedys, Bush -> Bushes; not Paris. */
static enum xc_status
add_name_plural(struct xc_str key, struct xc_arena *arena, struct xc_str_vec *out)
{
    bool hisses = xc_str_ends(key, "x") || xc_str_ends(key, "z") ||
                  xc_str_ends(key, "ch") || xc_str_ends(key, "sh");
    struct xc_str plural;
    struct xc_str *slot;

    if (key.len < 2 || xc_str_ends(key, "s"))
        return XC_OK;
    plural =
        xc_arena_printf(arena, "%.*s%s", (int)key.len, key.ptr, hisses ? "es" : "s");
    slot = plural.ptr == NULL ? NULL : XC_VEC_ADD(out, arena);
    if (slot == NULL)
        return XC_NO_MEMORY;
    *slot = plural;
    return XC_OK;
}

static void
sort_strs(struct xc_str *items, size_t n)
{
    size_t i;

    for (i = 1; i < n; i++) {
        struct xc_str moved = items[i];
        size_t k = i;

        for (; k > 0 && xc_str_compare(items[k - 1], moved) > 0; k--)
            items[k] = items[k - 1];
        items[k] = moved;
    }
}

/* The suffixes that key takes as a base of its own.  A word that is an inflected form
 * takes none ("tied", "men"), except that a gerund has a plural ("buildings"). */
static unsigned
own_suffixes(const struct xc_inflection *inflection, struct xc_str key, bool has_bases)
{
    if (!has_bases || find_entry(inflection, key) != NULL)
        return ALL_VERB_NOUN;
    return xc_str_ends(key, "ing") ? XC_SUFFIX_S : 0;
}

/* Appends the words of made to *out; an empty one becomes it, without a copy. */
static enum xc_status
append(const struct xc_str_vec *made, struct xc_arena *arena, struct xc_str_vec *out)
{
    size_t i;

    if (out->n == 0) {
        *out = *made;
        return XC_OK;
    }
    for (i = 0; i < made->n; i++) {
        struct xc_str *slot = XC_VEC_ADD(out, arena);

        if (slot == NULL)
            return XC_NO_MEMORY;
        *slot = made->items[i];
    }
    return XC_OK;
}

enum xc_status
xc_inflection_forms(const struct xc_inflection *inflection, struct xc_str key,
                    bool is_name, struct xc_arena *arena, struct xc_str_vec *out)
{
    struct xc_str_vec bases = {NULL, 0, 0};
    struct xc_str_vec forms = {NULL, 0, 0};
    enum xc_status status = XC_OK;
    size_t i;

    if (has_digit(key) || is_name) {
        if (!add_once(&forms, 0, key, arena))
            return XC_NO_MEMORY;
        if (!has_digit(key))
            status = add_name_plural(key, arena, &forms);
    } else {
        status = add_bases(inflection, key, arena, &bases, 0);
        if (status != XC_OK)
            return status;
        status = add_forms_of_base(inflection, key,
                                   own_suffixes(inflection, key, bases.n > 0), arena,
                                   &forms, 0);
    }
    for (i = 0; status == XC_OK && i < bases.n; i++)
        status = add_forms_of_base(inflection, bases.items[i], ALL_VERB_NOUN, arena,
                                   &forms, 0);
    if (status != XC_OK)
        return status;
    assert(forms.n > 0); /* key itself */
    sort_strs(forms.items + 1, forms.n - 1);
    return append(&forms, arena, out);
}

enum xc_status
xc_inflection_bases(const struct xc_inflection *inflection, struct xc_str key,
                    struct xc_arena *arena, struct xc_str_vec *out)
{
    struct xc_str_vec bases = {NULL, 0, 0};
    enum xc_status status;

    if (!add_once(&bases, 0, key, arena))
        return XC_NO_MEMORY;
    if (!has_digit(key)) {
        status = add_bases(inflection, key, arena, &bases, 0);
        if (status != XC_OK)
            return status;
    }
    return append(&bases, arena, out);
}
