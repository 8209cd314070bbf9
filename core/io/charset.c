/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "io/charset.h"

#include <assert.h>
#include <errno.h>
#include <iconv.h>
#include <string.h>

#include "base/limits.h"
#include "data/utf8.h"

/* What iconv is given, and has room for, at once. */
enum { GIVEN_BYTES = 4 << 10, HELD_BYTES = 16 << 10 };

static const char utf8[] = "UTF-8";
static const char save_it[] = "save the file as UTF-8";
static const struct xc_str replacement = {"\xEF\xBF\xBD", 3};

/* One pass over the bytes: the first measures (dest NULL), the second writes. */
struct pass {
    iconv_t library;
    struct xc_str in;
    char *dest; /* of cap bytes */
    size_t cap;
    size_t n_out;
    size_t n_bad;
    size_t first_bad; /* offset in the bytes, when n_bad > 0 */
    size_t n_held;
    char held[HELD_BYTES];
};

static void
put(struct pass *pass, struct xc_str bytes)
{
    if (pass->dest != NULL && bytes.len > 0) {
        assert(bytes.len <= pass->cap - pass->n_out);
        memcpy(pass->dest + pass->n_out, bytes.ptr, bytes.len);
    }
    pass->n_out += bytes.len;
}

static void
count_bad(struct pass *pass, size_t off)
{
    if (pass->n_bad++ == 0)
        pass->first_bad = off;
}

/* A bad byte at off; a NUL is left out, as browsers leave it out. */
static void
put_bad(struct pass *pass, size_t off)
{
    count_bad(pass, off);
    if (pass->in.ptr[off] != '\0')
        put(pass, replacement);
}

/* Moves what iconv wrote on, without the NULs: in every charset they are NUL bytes, so
 * the first of the bytes is the first here. */
static void
flush(struct pass *pass)
{
    struct xc_str rest = {pass->held, pass->n_held};
    struct xc_str piece;

    pass->n_held = 0;
    while (xc_str_split(&rest, '\0', &piece)) {
        put(pass, piece);
        if (rest.ptr != NULL)
            count_bad(pass, pass->n_bad == 0 ? xc_str_find(pass->in, 0, '\0') : 0);
    }
}

static bool
is_over(const struct pass *pass)
{
    return pass->n_out > XC_MAX_ARTICLE_BYTES || pass->n_bad > XC_MAX_BAD_BYTES;
}

/* Calls iconv once on n_left bytes at *from, which both move on.  Returns 0 or the
 * errno. */
static int
convert_some(struct pass *pass, char **from, size_t *n_left)
{
    char *to = pass->held + pass->n_held;
    size_t room = HELD_BYTES - pass->n_held;
    const size_t result = iconv(pass->library, from, n_left, &to, &room);

    pass->n_held = HELD_BYTES - room;
    return result == (size_t)-1 ? errno : 0;
}

/* Converts all bytes by iconv; stops early when it comes to more than is allowed. */
static void
convert(struct pass *pass)
{
    const size_t len = pass->in.len;
    size_t off = 0;
    size_t nothing = 0;
    char *from;

    (void)iconv(pass->library, NULL, NULL, NULL, NULL);
    /* iconv only reads there, but its parameter is older than const. */
    memcpy(&from, &pass->in.ptr, sizeof from);
    while (off < len && !is_over(pass)) {
        const size_t n_given = len - off < GIVEN_BYTES ? len - off : GIVEN_BYTES;
        size_t n_left = n_given;
        const int errnum = convert_some(pass, &from, &n_left);
        /* A character that the piece cuts is whole in the next one. */
        const bool cut = errnum == EINVAL && off + n_given < len && n_left < n_given;

        flush(pass);
        off += n_given - n_left;
        if (errnum != 0 && errnum != E2BIG && !cut) {
            /* A bad byte, or the first bytes of a character that has no more. */
            const size_t n_skipped = errnum == EINVAL ? n_left : 1;

            put_bad(pass, off);
            from += n_skipped;
            off += n_skipped;
        }
    }
    /* What the library held back to see whether a combining mark follows. */
    from = NULL;
    (void)convert_some(pass, &from, &nothing);
    flush(pass);
}

/* The same for UTF-8, of which the C library's own reading is looser than the
 * standard's. */
static void
mend(struct pass *pass)
{
    size_t off = 0;

    while (off < pass->in.len && !is_over(pass)) {
        const size_t bad = xc_utf8_first_bad(pass->in, off);

        put(pass, xc_str_sub(pass->in, off, bad - off));
        if (bad < pass->in.len)
            put_bad(pass, bad);
        off = bad + 1;
    }
}

static enum xc_status
refuse(const struct xc_charset *charset, struct xc_str path, const struct pass *pass,
       struct xc_problems *problems)
{
    const struct xc_place place = {.path = path};
    bool told;

    if (pass->n_bad > XC_MAX_BAD_BYTES)
        told = xc_problems_add(problems, XC_PROBLEM_MALFORMED, &place, save_it,
                               "is not %s: it has more than %zu bad bytes",
                               charset->label, XC_MAX_BAD_BYTES);
    else
        told = xc_problems_add(problems, XC_PROBLEM_MALFORMED, &place, NULL,
                               "larger than %zu bytes in UTF-8", XC_MAX_ARTICLE_BYTES);
    return told ? XC_BAD_INPUT : XC_NO_MEMORY;
}

/* Tells what had to be assumed or replaced. */
static bool
tell(const struct xc_charset *charset, struct xc_str path, const struct pass *pass,
     struct xc_problems *problems)
{
    const size_t most_shown = 40;
    const struct xc_str unknown = charset->unknown;
    const size_t n = pass->n_bad;
    struct xc_place place = {.path = path};
    bool told = true;
    unsigned char first = 0;

    if (unknown.len > 0)
        told = xc_problems_add(problems, XC_PROBLEM_ENCODING, &place, save_it,
                               "declares an unknown charset '%.*s'; read as %s",
                               unknown.len > most_shown ? 0 : (int)unknown.len,
                               unknown.ptr, charset->label);
    else if (charset->guessed && strcmp(charset->name, utf8) != 0)
        told = xc_problems_add(problems, XC_PROBLEM_ENCODING, &place, save_it,
                               "declares no charset and is not UTF-8; read as %s",
                               charset->label);
    if (!told || n == 0)
        return told;
    xc_place_of_offset(pass->in, pass->first_bad, &place);
    place.excerpt = XC_STR("");
    place.column = 0; /* which counts UTF-8 */
    if (pass->first_bad < pass->in.len)
        first = (unsigned char)pass->in.ptr[pass->first_bad];
    return xc_problems_add(problems, XC_PROBLEM_ENCODING, &place, save_it,
                           first == 0
                               ? "a NUL byte, 0x%02X, in %s (%zu bad byte%s in all)"
                               : "byte 0x%02X is not %s (%zu bad byte%s in all)",
                           first, charset->label, n, n == 1 ? "" : "s");
}

/* Runs once to measure and once to write. */
static enum xc_status
run_twice(const struct xc_charset *charset, struct xc_str path, struct pass *pass,
          struct xc_arena *arena, struct xc_problems *problems)
{
    void (*const run)(struct pass *) =
        strcmp(charset->name, utf8) == 0 ? mend : convert;
    char *bytes;

    run(pass);
    if (is_over(pass))
        return refuse(charset, path, pass, problems);
    bytes = xc_arena_alloc(arena, pass->n_out + 1);
    if (bytes == NULL)
        return XC_NO_MEMORY;
    pass->dest = bytes;
    pass->cap = pass->n_out;
    pass->n_out = 0;
    pass->n_bad = 0;
    run(pass);
    bytes[pass->n_out] = '\0';
    return tell(charset, path, pass, problems) ? XC_OK : XC_NO_MEMORY;
}

/*
 * Opens the library for the charset.  The name is one of web/charset.c's table, never
 * text of the document, which could ask for more than a charset ("//").  Some C libraries
 * call a charset unknown when memory was short while they loaded it, so what is refused
 * is asked for again when there is memory.
 */
static enum xc_status
open_library(const struct xc_charset *charset, struct xc_str path,
             struct xc_arena *arena, iconv_t *out, struct xc_problems *problems)
{
    const struct xc_place place = {.path = path};
    const size_t enough = (size_t)64 << 10;
    size_t i;

    for (i = 0; i < 2; i++) {
        *out = iconv_open(utf8, charset->name);
        /* POSIX's own value.  NOLINTNEXTLINE(performance-no-int-to-ptr) */
        if (*out != (iconv_t)-1)
            return XC_OK;
        if (errno == ENOMEM || xc_arena_alloc(arena, enough) == NULL)
            return XC_NO_MEMORY;
    }
    return xc_problems_add(problems, XC_PROBLEM_MALFORMED, &place, save_it,
                           "is in %s, which this system can't convert", charset->label)
               ? XC_BAD_INPUT
               : XC_NO_MEMORY;
}

/* iconv_open fails with -1, which gcc's analyzer takes for a library that was opened. */
#if defined(__GNUC__) && !defined(__clang__)
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wanalyzer-malloc-leak"
#endif

enum xc_status
xc_charset_convert(const struct xc_charset *charset, struct xc_str path,
                   struct xc_str bytes, struct xc_arena *arena, struct xc_str *out,
                   struct xc_problems *problems)
{
    const bool is_utf8 = strcmp(charset->name, utf8) == 0;
    struct pass pass = {.in = bytes};
    enum xc_status status = XC_OK;

    if (is_utf8 && xc_str_starts(bytes, "\xEF\xBB\xBF"))
        pass.in = xc_str_sub(bytes, 3, bytes.len - 3);
    if (is_utf8 && xc_utf8_first_bad(pass.in, 0) == pass.in.len) {
        if (!tell(charset, path, &pass, problems))
            return XC_NO_MEMORY;
        *out = pass.in;
        return XC_OK;
    }
    if (is_utf8) {
        status = run_twice(charset, path, &pass, arena, problems);
    } else {
        status = open_library(charset, path, arena, &pass.library, problems);
        if (status != XC_OK)
            return status;
        status = run_twice(charset, path, &pass, arena, problems);
        (void)iconv_close(pass.library);
    }
    if (status == XC_OK)
        *out = (struct xc_str){pass.dest, pass.n_out};
    return status;
}

#if defined(__GNUC__) && !defined(__clang__)
#pragma GCC diagnostic pop
#endif
