/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "data/unified_diff.h"

#include <stdlib.h>

#include "base/limits.h"
#include "base/vec.h"

struct ranges {
    struct xc_range *items;
    size_t n;
    size_t cap;
};

struct reader {
    struct xc_str rest;
    struct xc_str line; /* without its end */
    size_t number;      /* of line */
    struct xc_str path;
    struct xc_arena *arena;
    struct xc_problems *problems;
    struct xc_unified_diff *out;
    /* The file that is being read. */
    bool in_file;
    bool is_gone;
    struct xc_unified_diff_file file;
    struct ranges ranges;
};

static bool
next_line(struct reader *r)
{
    if (r->rest.len == 0)
        return false;
    (void)xc_str_split(&r->rest, '\n', &r->line);
    r->number++;
    return true;
}

static enum xc_status
tell(const struct reader *r, const char *what)
{
    const struct xc_place place = {.path = r->path, .line = r->number};

    return xc_problems_add(r->problems, XC_PROBLEM_MALFORMED, &place, NULL, "%s", what)
               ? XC_BAD_INPUT
               : XC_NO_MEMORY;
}

/* The byte that the escape at text[*at], behind its backslash, stands for; *at is moved
 * behind it.  False: there is no such escape. */
static bool
read_escape(struct xc_str text, size_t *at, char *out)
{
    static const char letters[] = "abtnvfr\"\\";
    static const char meant[] = "\a\b\t\n\v\f\r\"\\";
    const char c = text.ptr[*at];
    const char *letter = c == '\0' ? NULL : strchr(letters, c);
    unsigned byte = 0;
    size_t i;

    if (letter != NULL) {
        *out = meant[letter - letters];
        ++*at;
        return true;
    }
    if (text.len - *at < 3)
        return false;
    for (i = 0; i < 3; i++) {
        const char digit = text.ptr[*at + i];

        if (digit < '0' || digit > '7')
            return false;
        byte = byte * 8 + (unsigned)(digit - '0');
    }
    *out = (char)(unsigned char)(byte & 0xFF);
    *at += 3;
    return true;
}

/*
 * A name as git writes it, in quotes when it holds what could be mistaken; *text is moved
 * behind it.  A name without quotes runs to the first tab.
 */
static enum xc_status
read_name(struct reader *r, struct xc_str *text, struct xc_str *out)
{
    struct xc_str in = *text;
    size_t at = 1;
    size_t n = 0;
    char *name;

    if (in.len == 0 || in.ptr[0] != '"') {
        size_t end = xc_str_find(in, 0, '\t');

        *out = xc_str_sub(in, 0, end);
        *text = xc_str_sub(in, end, in.len - end);
        return XC_OK;
    }
    name = xc_arena_alloc(r->arena, in.len);
    if (name == NULL)
        return XC_NO_MEMORY;
    while (at < in.len && in.ptr[at] != '"') {
        char c = in.ptr[at++];

        if (c == '\\' && (at == in.len || !read_escape(in, &at, &c)))
            return tell(r, "a name in quotes that can't be read");
        name[n++] = c;
    }
    if (at >= in.len)
        return tell(r, "a name in quotes without its end");
    *out = (struct xc_str){name, n};
    *text = xc_str_sub(in, at + 1, in.len - at - 1);
    return XC_OK;
}

/* The name behind git's "b/". */
static struct xc_str
without_side(struct xc_str name)
{
    return xc_str_starts(name, "a/") || xc_str_starts(name, "b/")
               ? xc_str_sub(name, 2, name.len - 2)
               : name;
}

/*
 * The name in "a/NAME b/NAME".  Without quotes it may hold spaces, even " b/", so only
 * the middle tells; when the two differ, "rename to" or "+++" will name the new one.
 */
static enum xc_status
read_header(struct reader *r, struct xc_str names)
{
    struct xc_str first = {NULL, 0};
    struct xc_str second = {NULL, 0};
    enum xc_status status;
    size_t half;

    r->file.path = XC_STR("");
    if (xc_str_starts(names, "\"")) {
        status = read_name(r, &names, &first);
        if (status == XC_OK && xc_str_starts(names, " \"")) {
            names = xc_str_sub(names, 1, names.len - 1);
            status = read_name(r, &names, &second);
            if (status == XC_OK)
                r->file.path = without_side(second);
        }
        return status;
    }
    if (names.len < 5 || names.len % 2 == 0)
        return XC_OK;
    half = names.len / 2;
    first = xc_str_sub(names, 0, half);
    second = xc_str_sub(names, half + 1, half);
    if (names.ptr[half] == ' ' &&
        xc_str_equal(without_side(first), without_side(second)))
        r->file.path = without_side(second);
    return XC_OK;
}

static enum xc_status
finish_file(struct reader *r)
{
    struct xc_unified_diff_file *slot;

    if (!r->in_file || r->is_gone)
        return XC_OK;
    if (r->file.path.len == 0)
        return tell(r, "a file without a name");
    slot = XC_VEC_ADD(r->out, r->arena);
    if (slot == NULL)
        return XC_NO_MEMORY;
    *slot = r->file;
    slot->lines = r->ranges.items;
    slot->n_lines = r->ranges.n;
    return XC_OK;
}

static enum xc_status
begin_file(struct reader *r, struct xc_str names)
{
    enum xc_status status = finish_file(r);

    r->in_file = true;
    r->is_gone = false;
    r->file = (struct xc_unified_diff_file){.is_whole = false};
    r->ranges = (struct ranges){NULL, 0, 0};
    return status == XC_OK ? read_header(r, names) : status;
}

static bool
touch(struct reader *r, size_t line)
{
    struct ranges *ranges = &r->ranges;
    struct xc_range *slot;

    if (ranges->n > 0 && ranges->items[ranges->n - 1].end == line) {
        ranges->items[ranges->n - 1].end++;
        return true;
    }
    slot = XC_VEC_ADD(ranges, r->arena);
    if (slot == NULL)
        return false;
    *slot = (struct xc_range){line, line + 1};
    return true;
}

/* The number at *at of text, which is moved behind it. */
static bool
read_number(struct xc_str text, size_t *at, size_t *out)
{
    size_t start = *at;

    *out = 0;
    while (*at < text.len && text.ptr[*at] >= '0' && text.ptr[*at] <= '9' &&
           *out <= XC_MAX_DIFF_LINES)
        *out = *out * 10 + (size_t)(text.ptr[(*at)++] - '0');
    return *at > start && *out <= XC_MAX_DIFF_LINES;
}

/* "SIGN first[,n]" at *at, where n is 1 when it is left out. */
static bool
read_side(struct xc_str text, size_t *at, char sign, size_t *first, size_t *n)
{
    if (*at >= text.len || text.ptr[*at] != sign)
        return false;
    ++*at;
    *n = 1;
    if (!read_number(text, at, first))
        return false;
    if (*at >= text.len || text.ptr[*at] != ',')
        return true;
    ++*at;
    return read_number(text, at, n);
}

/* Lines that a hunk has still to come, and where its new side is. */
struct hunk {
    size_t n_old;
    size_t n_new;
    size_t line;
};

static bool
read_hunk_header(struct xc_str text, struct hunk *out)
{
    size_t old_line;
    size_t at = 3;

    if (!read_side(text, &at, '-', &old_line, &out->n_old) || at >= text.len ||
        text.ptr[at++] != ' ')
        return false;
    if (!read_side(text, &at, '+', &out->line, &out->n_new))
        return false;
    return xc_str_starts(xc_str_sub(text, at, text.len - at), " @@") &&
           (out->line > 0 || out->n_new == 0);
}

/* One line of a hunk. */
static enum xc_status
read_hunk_line(struct reader *r, struct hunk *hunk)
{
    /* An empty line is a context line whose space somebody stripped. */
    const struct xc_str line = r->line.len == 0 ? XC_STR(" ") : r->line;
    const char sign = line.ptr[0];
    const bool is_old = sign == '-' || sign == ' ';
    const bool is_new = sign == '+' || sign == ' ';

    if (sign == '\\') /* "\ No newline at end of file" */
        return XC_OK;
    if ((!is_old && !is_new) || (is_old && hunk->n_old == 0) ||
        (is_new && hunk->n_new == 0))
        return tell(r, "a hunk that is not as long as it says");
    if (sign == '+' && !touch(r, hunk->line))
        return XC_NO_MEMORY;
    hunk->n_old -= is_old;
    hunk->n_new -= is_new;
    hunk->line += is_new;
    return XC_OK;
}

static enum xc_status
read_hunk(struct reader *r)
{
    struct hunk hunk;
    enum xc_status status = XC_OK;

    if (!r->in_file || !read_hunk_header(r->line, &hunk))
        return tell(r, "the head of a hunk that can't be read");
    if (hunk.n_new > 0 && r->ranges.n > 0 &&
        hunk.line < r->ranges.items[r->ranges.n - 1].end)
        return tell(r, "a hunk that stands before the one above it");
    while (status == XC_OK && (hunk.n_old > 0 || hunk.n_new > 0)) {
        if (!next_line(r))
            return tell(r, "a hunk that ends too early");
        status = read_hunk_line(r, &hunk);
    }
    return status;
}

/* Takes the new name that stands behind the n_skipped bytes of the line's beginning. */
static enum xc_status
take_name(struct reader *r, size_t n_skipped, bool has_side)
{
    struct xc_str text = xc_str_sub(r->line, n_skipped, r->line.len - n_skipped);
    struct xc_str name;
    enum xc_status status = read_name(r, &text, &name);

    if (status != XC_OK)
        return status;
    if (has_side && xc_str_is(name, "/dev/null"))
        r->is_gone = true;
    else
        r->file.path = has_side ? without_side(name) : name;
    return XC_OK;
}

static enum xc_status
read_line(struct reader *r)
{
    static const char diff[] = "diff --git ";
    const struct xc_str line = r->line;

    if (xc_str_starts(line, diff))
        return begin_file(
            r, xc_str_sub(line, sizeof diff - 1, line.len - (sizeof diff - 1)));
    if (xc_str_starts(line, "@@ "))
        return read_hunk(r);
    if (!r->in_file)
        return XC_OK;
    if (xc_str_starts(line, "+++ "))
        return take_name(r, sizeof "+++ " - 1, true);
    if (xc_str_starts(line, "rename to "))
        return take_name(r, sizeof "rename to " - 1, false);
    if (xc_str_starts(line, "copy to "))
        return take_name(r, sizeof "copy to " - 1, false);
    if (xc_str_starts(line, "deleted file mode "))
        r->is_gone = true;
    else if (xc_str_starts(line, "new file mode ") ||
             xc_str_starts(line, "Binary files ") ||
             xc_str_is(line, "GIT binary patch"))
        r->file.is_whole = true;
    return XC_OK;
}

static int
compare_files(const void *left, const void *right)
{
    const struct xc_unified_diff_file *a = left;
    const struct xc_unified_diff_file *b = right;

    return xc_str_compare(a->path, b->path);
}

enum xc_status
xc_unified_diff_read(struct xc_str text, struct xc_str path, struct xc_arena *arena,
                     struct xc_unified_diff *out, struct xc_problems *problems)
{
    struct xc_unified_diff diff = {NULL, 0, 0};
    struct reader r = {
        .rest = text, .path = path, .arena = arena, .problems = problems, .out = &diff};
    enum xc_status status = XC_OK;

    while (status == XC_OK && next_line(&r)) {
        /* Lines of a file keep their own ends; a name that ends in one is in quotes. */
        if (xc_str_ends(r.line, "\r"))
            r.line.len--;
        status = read_line(&r);
    }
    if (status == XC_OK)
        status = finish_file(&r);
    if (status != XC_OK)
        return status;
    xc_unified_diff_sort(&diff);
    *out = diff;
    return XC_OK;
}

bool
xc_unified_diff_add_whole(struct xc_unified_diff *diff, struct xc_str path,
                          struct xc_arena *arena)
{
    struct xc_unified_diff_file *slot = XC_VEC_ADD(diff, arena);

    if (slot != NULL)
        *slot = (struct xc_unified_diff_file){.path = path, .is_whole = true};
    return slot != NULL;
}

void
xc_unified_diff_sort(struct xc_unified_diff *diff)
{
    if (diff->n > 0)
        qsort(diff->items, diff->n, sizeof *diff->items, compare_files);
}

const struct xc_unified_diff_file *
xc_unified_diff_find(const struct xc_unified_diff *diff, struct xc_str path)
{
    const struct xc_unified_diff_file wanted = {.path = path};

    return diff->n == 0 ? NULL
                        : bsearch(&wanted, diff->items, diff->n, sizeof *diff->items,
                                  compare_files);
}

bool
xc_unified_diff_touches(const struct xc_unified_diff_file *file, size_t first,
                        size_t last)
{
    size_t low = 0;
    size_t high = file->n_lines;

    if (file->is_whole)
        return true;
    while (low < high) {
        size_t middle = low + (high - low) / 2;

        if (file->lines[middle].end <= first)
            low = middle + 1;
        else
            high = middle;
    }
    return low < file->n_lines && file->lines[low].first <= last;
}
