/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "web/html_json_ld.h"

#include <string.h>

#include "base/limits.h"
#include "base/table.h"
#include "base/vec.h"
#include "data/json.h"
#include "web/html_name.h"
#include "web/json_mend.h"

/* What an object is about, the best for an article's metadata last. */
enum rank { RANK_OTHER, RANK_MEDIA, RANK_PAGE, RANK_ARTICLE, N_RANKS };

struct node_at {
    const struct xc_node *node;
};

struct node_vec {
    struct node_at *items;
    size_t n;
    size_t cap;
};

struct reader {
    const struct xc_html_facts *facts;
    struct xc_html_name *titles;
    size_t n_titles;
    const struct xc_str *urls;
    size_t n_urls;
    struct node_vec objects; /* every object that stands for itself */
    struct xc_table ids;     /* "@id" → index of the object, for references to it */
    const struct xc_node *best[N_RANKS];
    size_t best_score[N_RANKS];
    bool failed; /* memory was short */
};

/* The text of a JSON-LD script, in one piece. */
static struct xc_str
script_text(const struct xc_html_facts *facts, uint32_t element)
{
    const struct xc_element *at = &facts->page->elements[element];
    size_t n_bytes = 0;
    char *bytes;
    uint32_t i;

    for (i = at->first_piece; i < at->end_piece; i++)
        n_bytes += facts->page->pieces[i].text.len;
    bytes = xc_arena_alloc(facts->arena, n_bytes + 1);
    if (bytes == NULL)
        return (struct xc_str){NULL, 0};
    n_bytes = 0;
    for (i = at->first_piece; i < at->end_piece; i++) {
        const struct xc_str text = facts->page->pieces[i].text;

        memcpy(bytes + n_bytes, text.ptr, text.len);
        n_bytes += text.len;
    }
    return (struct xc_str){bytes, n_bytes};
}

static bool
add_node(struct node_vec *vec, const struct xc_node *node, struct xc_arena *arena)
{
    struct node_at *added = XC_VEC_ADD(vec, arena);

    if (added != NULL)
        added->node = node;
    return added != NULL;
}

/* The text of key in object, "" when it has none; of a list its first. */
static struct xc_str
text_of(const struct xc_node *object, const char *key)
{
    const struct xc_node *node = xc_node_get(object, key);

    if (node != NULL && node->kind == XC_NODE_LIST)
        node = node->first;
    if (node != NULL && node->kind == XC_NODE_MAP)
        node = xc_node_get(node, "@value");
    return node != NULL && node->kind == XC_NODE_STRING ? xc_str_trim(node->text)
                                                        : XC_STR("");
}

/* Adds to the objects those of root that stand for themselves: root, the items of a
 * list or "@graph", and what is called the main entity. */
static bool
gather(struct reader *r, const struct xc_node *root)
{
    struct xc_arena *arena = r->facts->arena;
    struct node_vec waiting = {NULL, 0, 0};
    size_t next;

    if (!add_node(&waiting, root, arena))
        return false;
    for (next = 0; next < waiting.n && r->objects.n < XC_MAX_PAGE_FACTS; next++) {
        static const char *const keys[] = {"@graph", "mainEntity"};
        const struct xc_node *node = waiting.items[next].node;
        const struct xc_node *item;
        struct xc_str id;
        size_t held;
        size_t i;

        for (item = node->kind == XC_NODE_LIST ? node->first : NULL; item != NULL;
             item = item->next) {
            if (!add_node(&waiting, item, arena))
                return false;
        }
        if (node->kind != XC_NODE_MAP)
            continue;
        id = text_of(node, "@id");
        if (!add_node(&r->objects, node, arena) ||
            (id.len > 0 && node->n_children > 1 &&
             !xc_table_add(&r->ids, id, r->objects.n - 1, arena, &held)))
            return false;
        for (i = 0; i < XC_COUNT(keys); i++) {
            item = xc_node_get(node, keys[i]);
            if (item != NULL && !add_node(&waiting, item, arena))
                return false;
        }
    }
    return true;
}

static enum xc_status
parse_scripts(struct reader *r)
{
    struct xc_arena *arena = r->facts->arena;
    size_t n_values = 0;
    size_t i;

    for (i = 0; i < r->facts->scripts.n; i++) {
        struct xc_str rest = script_text(r->facts, r->facts->scripts.items[i]);

        if (rest.ptr == NULL)
            return XC_NO_MEMORY;
        while (rest.len > 0 && n_values++ < XC_MAX_PAGE_JSON_VALUES) {
            struct xc_problems unheard;
            struct xc_node *root;
            struct xc_str value;
            enum xc_status status = xc_json_mend_next(&rest, arena, &value);

            if (status != XC_OK)
                return status;
            if (value.ptr == NULL)
                break;
            xc_problems_init(&unheard, arena);
            status = xc_json_parse(value, XC_STR(""), 1, arena, &root, &unheard);
            if (status == XC_NO_MEMORY || (status == XC_OK && !gather(r, root)))
                return XC_NO_MEMORY;
        }
    }
    return XC_OK;
}

static bool
type_is(struct xc_str type, const char *const *names)
{
    for (; *names != NULL; names++) {
        if (xc_str_ends(type, *names))
            return true;
    }
    return false;
}

static enum rank
rank_of_type(struct xc_str type)
{
    static const char *const articles[] = {"Article", "Posting", "Report", NULL};
    static const char *const pages[] = {"Page", "Review", "Recipe", "Story", NULL};
    static const char *const media[] = {"VideoObject", "AudioObject", "Episode", "Clip",
                                        NULL};

    if (type_is(type, articles))
        return RANK_ARTICLE;
    if (type_is(type, pages))
        return RANK_PAGE;
    return type_is(type, media) ? RANK_MEDIA : RANK_OTHER;
}

/* The highest rank of object's types. */
static enum rank
rank_of(const struct xc_node *object)
{
    const struct xc_node *type = xc_node_get(object, "@type");
    enum rank best = RANK_OTHER;

    if (type == NULL)
        return best;
    if (type->kind != XC_NODE_LIST)
        return rank_of_type(xc_str_trim(type->text));
    for (type = type->first; type != NULL; type = type->next) {
        if (rank_of_type(type->text) > best)
            best = rank_of_type(type->text);
    }
    return best;
}

static bool
has_type(const struct xc_node *object, const char *ending)
{
    const char *const names[] = {ending, NULL};
    const struct xc_node *type = xc_node_get(object, "@type");

    if (type != NULL && type->kind == XC_NODE_LIST)
        type = type->first;
    return type != NULL && type_is(type->text, names);
}

/* url without its scheme, "www.", query and fragment, and the slash at its end. */
static struct xc_str
bare_url(struct xc_str url)
{
    size_t i;

    url = xc_str_trim(url);
    for (i = 0; i < url.len && url.ptr[i] != '?' && url.ptr[i] != '#'; i++)
        ;
    url.len = i;
    i = xc_str_find(url, 0, ':');
    if (i + 2 < url.len && url.ptr[i + 1] == '/' && url.ptr[i + 2] == '/')
        url = xc_str_sub(url, i + 3, url.len - i - 3);
    if (xc_str_starts(url, "www."))
        url = xc_str_sub(url, 4, url.len - 4);
    while (url.len > 0 && url.ptr[url.len - 1] == '/')
        url.len--;
    return url;
}

/* The address that the object is about. */
static struct xc_str
url_of(const struct xc_node *object)
{
    static const char *const keys[] = {"url", "mainEntityOfPage", "@id"};
    size_t i;

    for (i = 0; i < XC_COUNT(keys); i++) {
        const struct xc_node *node = xc_node_get(object, keys[i]);
        struct xc_str url = text_of(object, keys[i]);

        if (url.len == 0 && node != NULL)
            url = text_of(node, "@id");
        if (url.len == 0 && node != NULL)
            url = text_of(node, "url");
        if (bare_url(url).len > 0)
            return url;
    }
    return XC_STR("");
}

/* Whether url is one of the page's; one without a host is a path. */
static bool
is_own_url(const struct reader *r, struct xc_str url)
{
    const struct xc_str bare = bare_url(url);
    size_t i;

    for (i = 0; i < r->n_urls; i++) {
        const struct xc_str own = bare_url(r->urls[i]);

        if (xc_str_equal(own, bare) ||
            (bare.len > 1 && bare.ptr[0] == '/' && own.len > bare.len &&
             xc_str_equal(xc_str_sub(own, own.len - bare.len, bare.len), bare)))
            return true;
    }
    return false;
}

static struct xc_str
headline_of(const struct xc_node *object)
{
    const struct xc_str headline = text_of(object, "headline");

    return headline.len > 0 ? headline : text_of(object, "name");
}

/* How much headline is like one of the page's titles, in a hundred. */
static size_t
likeness(struct reader *r, struct xc_str headline)
{
    struct xc_html_name name;
    size_t best = 0;
    size_t i;

    if (headline.len > XC_MAX_PAGE_FACT_BYTES)
        return 0;
    headline = xc_html_facts_plain(headline, r->facts->arena);
    if (headline.ptr == NULL ||
        xc_html_name_new(headline, r->facts->arena, &name) != XC_OK) {
        r->failed = true;
        return 0;
    }
    for (i = 0; i < r->n_titles; i++) {
        const size_t shared = xc_html_name_shared(&name, &r->titles[i]);

        if (shared > best)
            best = shared;
    }
    return best;
}

/* Makes object the best of its rank when it is more this page's than the best so far. */
static void
weigh(struct reader *r, const struct xc_node *object)
{
    const size_t least_like = 40;
    const enum rank rank = rank_of(object);
    const struct xc_str url = url_of(object);
    const struct xc_str headline = headline_of(object);
    const bool knows_url = url.len > 0 && r->n_urls > 0;
    const bool own_url = knows_url && is_own_url(r, url);
    size_t like;
    size_t score;

    if (rank == RANK_OTHER)
        return;
    like = headline.len > 0 ? likeness(r, headline) : 0;
    /* Neither the address nor the headline is this page's: a related article. */
    if (knows_url && !own_url && headline.len > 0 && r->n_titles > 0 &&
        like < least_like)
        return;
    score = 1 + like + (own_url ? 200 : 0);
    if (score > r->best_score[rank]) {
        r->best[rank] = object;
        r->best_score[rank] = score;
    }
}

/* The object that node refers to, by its "@id" alone, else node. */
static const struct xc_node *
resolve(const struct reader *r, const struct xc_node *node)
{
    size_t index;

    if (node != NULL && node->kind == XC_NODE_MAP && node->n_children <= 2 &&
        xc_node_get(node, "name") == NULL &&
        xc_table_get(&r->ids, text_of(node, "@id"), &index) && index < r->objects.n &&
        r->objects.items != NULL)
        return r->objects.items[index].node;
    return node;
}

/* The name of a person or organisation: a string, or an object's name. */
static struct xc_str
name_of(const struct reader *r, const struct xc_node *node)
{
    if (node != NULL && node->kind == XC_NODE_LIST)
        node = node->first;
    node = resolve(r, node);
    if (node == NULL)
        return XC_STR("");
    if (node->kind == XC_NODE_STRING)
        return xc_str_trim(node->text);
    return text_of(node, "name");
}

/* The names of key in object, joined by ", ". */
static struct xc_str
names_of(struct reader *r, const struct xc_node *object, const char *key)
{
    const size_t most = 16; /* joining is quadratic */
    const struct xc_node *node = xc_node_get(object, key);
    struct xc_str joined = XC_STR("");
    size_t n = 0;

    if (node != NULL && node->kind == XC_NODE_LIST)
        node = node->first;
    else if (node != NULL)
        return name_of(r, node);
    for (; node != NULL && n < most; node = node->next) {
        const struct xc_str name = name_of(r, node);

        if (name.len == 0 || name.len > XC_MAX_PAGE_FACT_BYTES)
            continue;
        joined =
            xc_arena_printf(r->facts->arena, "%.*s%s%.*s", (int)joined.len, joined.ptr,
                            n++ == 0 ? "" : ", ", (int)name.len, name.ptr);
        if (joined.ptr == NULL) {
            r->failed = true;
            return XC_STR("");
        }
    }
    return joined;
}

/* Sets *field to text unless it has one already. */
static void
set(struct reader *r, struct xc_str *field, struct xc_str text)
{
    struct xc_str plain;

    if (field->len > 0 || text.len == 0 || text.len > XC_MAX_PAGE_FACT_BYTES)
        return;
    plain = xc_html_facts_plain(text, r->facts->arena);
    if (plain.ptr == NULL)
        r->failed = true;
    else
        *field = plain;
}

/* Takes what is said from the best objects and from those of the site. */
static void
tell(struct reader *r, struct xc_html_json_ld *out)
{
    const struct xc_node *article = r->best[RANK_ARTICLE];
    const struct xc_node *page = r->best[RANK_PAGE];
    const struct xc_node *media = r->best[RANK_MEDIA];
    size_t i;

    set(r, &out->headline, headline_of(article));
    set(r, &out->published, text_of(article, "datePublished"));
    set(r, &out->page_published, text_of(page, "datePublished"));
    set(r, &out->made, text_of(article, "dateCreated"));
    set(r, &out->made, text_of(page, "dateCreated"));
    set(r, &out->made, text_of(media, "uploadDate"));
    set(r, &out->made, text_of(media, "datePublished"));
    set(r, &out->publisher, name_of(r, xc_node_get(article, "publisher")));
    set(r, &out->publisher, name_of(r, xc_node_get(page, "publisher")));
    set(r, &out->author, names_of(r, article, "author"));
    set(r, &out->author, names_of(r, article, "creator"));
    set(r, &out->author, names_of(r, page, "author"));
    set(r, &out->headline, headline_of(page));
    if (article != NULL)
        set(r, &out->url, url_of(article));
    set(r, &out->language, text_of(article, "inLanguage"));
    set(r, &out->language, text_of(page, "inLanguage"));
    for (i = 0; i < r->objects.n; i++) {
        const struct xc_node *object = r->objects.items[i].node;

        if (has_type(object, "WebSite")) {
            set(r, &out->site, text_of(object, "name"));
            set(r, &out->organization, name_of(r, xc_node_get(object, "publisher")));
        } else if (has_type(object, "Organization")) {
            set(r, &out->organization, text_of(object, "name"));
        }
    }
}

enum xc_status
xc_html_json_ld_read(const struct xc_html_facts *facts, const struct xc_str *titles,
                     size_t n_titles, const struct xc_str *urls, size_t n_urls,
                     struct xc_html_json_ld *out)
{
    const struct xc_str none = XC_STR("");
    struct reader r = {.facts = facts, .urls = urls, .n_urls = n_urls};
    struct xc_html_json_ld said = {none, none, none, none, none,
                                   none, none, none, none, none};
    enum xc_status status = parse_scripts(&r);
    size_t i;

    if (status != XC_OK)
        return status;
    r.titles = xc_arena_array(facts->arena, n_titles + 1, sizeof *r.titles);
    if (r.titles == NULL)
        return XC_NO_MEMORY;
    for (; r.n_titles < n_titles; r.n_titles++) {
        status =
            xc_html_name_new(titles[r.n_titles], facts->arena, &r.titles[r.n_titles]);
        if (status != XC_OK)
            return status;
    }
    for (i = 0; i < r.objects.n && !r.failed; i++)
        weigh(&r, r.objects.items[i].node);
    tell(&r, &said);
    if (r.failed)
        return XC_NO_MEMORY;
    *out = said;
    return XC_OK;
}
