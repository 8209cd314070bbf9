/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "text/fold.h"

#include <string.h>

#include <utf8proc.h>

#include "base/limits.h"
#include "text/accent.h"
#include "text/character.h"
#include "text/fold_map.h"

/* The longest decomposition of one character is 18 codes (U+FDFA). */
#define DECOMPOSED_CODES 32

static const utf8proc_option_t fold_options =
    UTF8PROC_STABLE | UTF8PROC_COMPOSE | UTF8PROC_COMPAT | UTF8PROC_CASEFOLD;

/* A character with the marks on it, decomposed. */
struct cluster {
    utf8proc_int32_t codes[XC_MAX_CLUSTER_CODES + DECOMPOSED_CODES];
    size_t n;
};

struct folder {
    struct xc_str article;
    struct xc_fold_writer out;
    uint32_t previous; /* the last code read that is not hidden; 0: none */
    size_t n_invalid;
    size_t n_hidden;
};

static utf8proc_category_t
category(uint32_t code)
{
    return code > 0x10FFFF ? UTF8PROC_CATEGORY_CN
                           : utf8proc_category((utf8proc_int32_t)code);
}

bool
xc_code_is_letter(uint32_t code)
{
    utf8proc_category_t is = category(code);

    return is >= UTF8PROC_CATEGORY_LU && is <= UTF8PROC_CATEGORY_LO;
}

bool
xc_code_is_mark(uint32_t code)
{
    utf8proc_category_t is = category(code);

    return is >= UTF8PROC_CATEGORY_MN && is <= UTF8PROC_CATEGORY_ME;
}

bool
xc_code_is_digit(uint32_t code)
{
    return category(code) == UTF8PROC_CATEGORY_ND;
}

bool
xc_code_is_upper(uint32_t code)
{
    utf8proc_category_t is = category(code);

    return is == UTF8PROC_CATEGORY_LU || is == UTF8PROC_CATEGORY_LT;
}

bool
xc_code_is_lower(uint32_t code)
{
    return category(code) == UTF8PROC_CATEGORY_LL;
}

uint32_t
xc_code_base(uint32_t code)
{
    utf8proc_int32_t codes[DECOMPOSED_CODES];
    int unused = 0;
    utf8proc_ssize_t n =
        utf8proc_decompose_char((utf8proc_int32_t)code, codes, DECOMPOSED_CODES,
                                UTF8PROC_STABLE | UTF8PROC_DECOMPOSE, &unused);

    return n > 1 && n <= DECOMPOSED_CODES ? (uint32_t)codes[0] : code;
}

/* Decomposes code, folded in case, into codes; returns how many there are. */
static size_t
decompose(uint32_t code, utf8proc_int32_t codes[DECOMPOSED_CODES])
{
    int unused = 0;
    utf8proc_ssize_t n;

    /* The trade mark signs would become letters of the word before them. */
    if (code == 0x2120 || code == 0x2122) {
        codes[0] = (utf8proc_int32_t)code;
        return 1;
    }
    n = utf8proc_decompose_char((utf8proc_int32_t)code, codes, DECOMPOSED_CODES,
                                fold_options, &unused);
    if (n < 1 || n > DECOMPOSED_CODES) {
        codes[0] = (utf8proc_int32_t)code;
        return 1;
    }
    return (size_t)n;
}

/* Whether code may compose with, or be sorted among, what stands before it, of which
 * last is the end: a mark, or a vowel or final of a Hangul syllable. */
static bool
joins(utf8proc_int32_t last, utf8proc_int32_t code)
{
    if (code >= 0x1161 && code <= 0x1175)
        return last >= 0x1100 && last <= 0x1112;
    if (code >= 0x11A8 && code <= 0x11C2)
        return (last >= 0x1161 && last <= 0x1175) ||
               (last >= 0xAC00 && last <= 0xD7A3 && (last - 0xAC00) % 28 == 0);
    return code >= 0x300 && xc_code_is_mark((uint32_t)code);
}

/* Adds n codes to the cluster unless it is full; the marks that did not fit count as
 * hidden.  Sorting them by combining class is what "canonical order" means. */
static void
cluster_add(struct folder *f, struct cluster *cluster, const utf8proc_int32_t *codes,
            size_t n)
{
    size_t i;
    size_t at;

    if (cluster->n > 0 && cluster->n + n > XC_MAX_CLUSTER_CODES) {
        f->n_hidden++;
        return;
    }
    for (i = 0; i < n; i++) {
        utf8proc_propval_t class = utf8proc_get_property(codes[i])->combining_class;

        for (at = cluster->n; class != 0 && at > 0; at--) {
            if (utf8proc_get_property(cluster->codes[at - 1])->combining_class <= class)
                break;
            cluster->codes[at] = cluster->codes[at - 1];
        }
        cluster->codes[at] = codes[i];
        cluster->n++;
    }
}

/* Puts one folded code, or its plain spelling; the caller has told where it is from. */
static void
put_code(struct folder *f, uint32_t code)
{
    const char *plain = xc_character_plain(code);
    struct xc_fold_writer *out = &f->out;
    char bytes[4];

    /* White space is told by its plain spelling alone: ASCII codes below it have none. */
    if (plain != NULL && plain[0] == ' ') {
        if (out->n > out->block_at && out->bytes[out->n - 1] != ' ')
            xc_fold_writer_put(out, XC_STR(" "));
    } else if (plain != NULL) {
        xc_fold_writer_put(out, xc_str_of(plain));
    } else {
        xc_fold_writer_put(out,
                           (struct xc_str){bytes, xc_character_encode(code, bytes)});
    }
}

static void
put_cluster(struct folder *f, struct cluster *cluster, struct xc_span piece)
{
    utf8proc_ssize_t n = utf8proc_normalize_utf32(
        cluster->codes, (utf8proc_ssize_t)cluster->n, fold_options);
    utf8proc_ssize_t i;

    xc_fold_writer_piece(&f->out, piece);
    for (i = 0; i < n; i++)
        put_code(f, (uint32_t)cluster->codes[i]);
}

/* The last code written in this block, 0 when there is none. */
static utf8proc_int32_t
last_written(const struct folder *f, size_t *out_at)
{
    const struct xc_fold_writer *out = &f->out;
    size_t at = out->n;
    uint32_t code = 0;

    if (at > f->out.block_at) {
        do {
            at--;
        } while (at > f->out.block_at &&
                 ((unsigned char)out->bytes[at] & 0xC0) == 0x80);
        (void)xc_character_decode((struct xc_str){out->bytes, out->n}, at, &code);
    }
    *out_at = at;
    return (utf8proc_int32_t)code;
}

/*
 * Takes the last character and its marks back from the output, because the mark that
 * comes next may compose with it; this works across runs and dropped characters, where
 * backing up in the article would not.  Returns the article offset it came from.
 */
static size_t
take_back(struct folder *f, struct cluster *cluster)
{
    utf8proc_int32_t codes[DECOMPOSED_CODES];
    uint32_t taken[XC_MAX_CLUSTER_CODES];
    size_t n = 0;
    size_t at = 0;
    size_t original = 0;

    while (n < XC_MAX_CLUSTER_CODES && f->out.n > f->out.block_at) {
        taken[n] = (uint32_t)last_written(f, &at);
        original = xc_fold_writer_cut(&f->out, at);
        n++;
        if (!joins(0, (utf8proc_int32_t)taken[n - 1]))
            break;
    }
    while (n > 0) {
        n--;
        cluster_add(f, cluster, codes, decompose(taken[n], codes));
    }
    return original;
}

static void
drop_hidden(struct folder *f, size_t at, size_t end, uint32_t code)
{
    uint32_t next = 0;

    if (end < f->article.len)
        (void)xc_character_decode(f->article, end, &next);
    if (!xc_character_is_innocent(code, f->previous, next) &&
        !(code == 0xFEFF && at == 0))
        f->n_hidden++;
}

/* Folds the character at `at`, which is not plain, and the marks and hidden characters
 * after it; returns the offset after them. */
static size_t
fold_cluster(struct folder *f, size_t at, size_t end)
{
    struct xc_str run = {f->article.ptr, end};
    utf8proc_int32_t codes[DECOMPOSED_CODES];
    struct cluster cluster = {.n = 0};
    size_t first = at;
    size_t kept = at; /* after the last character that the cluster holds */
    utf8proc_int32_t last;
    size_t unused;

    last = last_written(f, &unused);
    while (at < end && (unsigned char)run.ptr[at] >= 0x80) {
        uint32_t code;
        size_t len = xc_character_decode(run, at, &code);
        size_t n;

        if (code == XC_CHARACTER_INVALID || xc_character_plain(code) != NULL)
            break;
        if (xc_character_is_hidden(code)) {
            drop_hidden(f, at, at + len, code);
            at += len;
            continue;
        }
        n = decompose(code, codes);
        if (last != 0 && joins(last, codes[0])) {
            if (cluster.n == 0)
                first = take_back(f, &cluster);
        } else if (cluster.n > 0) {
            break;
        } else {
            first = at;
        }
        cluster_add(f, &cluster, codes, n);
        last = codes[n - 1];
        f->previous = code;
        at += len;
        kept = at;
    }
    if (cluster.n > 0)
        put_cluster(f, &cluster, (struct xc_span){first, kept - first});
    return at;
}

static void
put_invalid(struct folder *f, size_t at, size_t len)
{
    struct xc_fold_writer *out = &f->out;
    struct xc_fold_step *last = out->n_steps > 0 ? &out->steps[out->n_steps - 1] : NULL;

    f->n_invalid++;
    f->previous = XC_CHARACTER_REPLACEMENT;
    /* A stretch of garbage is one piece, or its map would outgrow it many times. */
    if (last != NULL && !last->linear && last->folded >= out->block_at &&
        out->n - last->folded >= 3 && last->original + last->original_len == at &&
        memcmp(out->bytes + last->folded, "\xEF\xBF\xBD", 3) == 0)
        last->original_len += (uint32_t)len;
    else
        xc_fold_writer_piece(out, (struct xc_span){at, len});
    xc_fold_writer_put(out, XC_STR("\xEF\xBF\xBD"));
}

static bool
is_digit(uint32_t code)
{
    return code >= '0' && code <= '9';
}

/* Folds the non-ASCII character at `at`; returns the offset after what was folded. */
static size_t
fold_special(struct folder *f, size_t at, size_t end)
{
    uint32_t code;
    size_t len = xc_character_decode((struct xc_str){f->article.ptr, end}, at, &code);
    const char *plain;
    char joint;

    if (code == XC_CHARACTER_INVALID) {
        put_invalid(f, at, len);
        return at + len;
    }
    plain = xc_character_plain(code);
    if (plain != NULL) {
        f->previous = code;
        xc_fold_writer_piece(&f->out, (struct xc_span){at, len});
        put_code(f, code);
        return at + len;
    }
    joint = xc_character_joint(code);
    if (joint != '\0' && is_digit(f->previous) && f->out.n > f->out.block_at &&
        is_digit((unsigned char)f->out.bytes[f->out.n - 1])) {
        xc_fold_writer_piece(&f->out, (struct xc_span){at, len});
        xc_fold_writer_put(&f->out, (struct xc_str){&joint, 1});
    }
    return fold_cluster(f, at, end);
}

static void
fold_run(struct folder *f, struct xc_span run)
{
    size_t at = run.off_bytes;
    size_t end = run.off_bytes + run.len_bytes;
    size_t from;

    while (at < end && !f->out.failed) {
        from = at;
        at = xc_fold_writer_ascii(&f->out, f->article, at, end);
        if (at > from)
            f->previous = (unsigned char)f->article.ptr[at - 1];
        if (at < end)
            at = fold_special(f, at, end);
    }
}

/* Whether the article has white space between two runs. */
static bool
has_space(struct xc_str article, size_t from, size_t to)
{
    for (; from < to; from++) {
        if (article.ptr[from] == ' ' ||
            (article.ptr[from] >= '\t' && article.ptr[from] <= '\r'))
            return true;
    }
    return false;
}

/* Folds the block without an ending; its span in the folded text is stored. */
static void
fold_block(struct folder *f, const struct xc_block *block, struct xc_span *out_span)
{
    size_t end = 0;
    size_t i;

    f->out.block_at = f->out.n;
    f->previous = 0;
    for (i = 0; i < block->n_runs; i++) {
        if (i > 0 && has_space(f->article, end, block->runs[i].off_bytes))
            xc_fold_writer_space(&f->out, end);
        fold_run(f, block->runs[i]);
        end = block->runs[i].off_bytes + block->runs[i].len_bytes;
    }
    if (f->out.n > f->out.block_at && f->out.bytes[f->out.n - 1] == ' ')
        (void)xc_fold_writer_cut(&f->out, f->out.n - 1);
    *out_span = (struct xc_span){f->out.block_at, f->out.n - f->out.block_at};
}

/* A folder with room for n_bytes of article. */
static bool
folder_init(struct folder *f, struct xc_str article, size_t n_bytes,
            struct xc_arena *arena)
{
    *f = (struct folder){.article = article, .out = {.arena = arena}};
    return xc_fold_writer_room(&f->out, n_bytes + n_bytes / 16 + 64);
}

enum xc_status
xc_fold_blocks(struct xc_str article, const struct xc_block *blocks, size_t n_blocks,
               struct xc_arena *arena, struct xc_fold *out)
{
    struct xc_span *spans = xc_arena_array(arena, n_blocks, sizeof *spans);
    struct folder f;
    size_t n_bytes = n_blocks;
    size_t end;
    size_t i;
    size_t run;

    for (i = 0; i < n_blocks; i++) {
        for (run = 0; run < blocks[i].n_runs; run++)
            n_bytes += blocks[i].runs[run].len_bytes;
    }
    if (spans == NULL || !folder_init(&f, article, n_bytes, arena))
        return XC_NO_MEMORY;
    for (i = 0; i < n_blocks; i++) {
        fold_block(&f, &blocks[i], &spans[i]);
        end = 0;
        if (blocks[i].n_runs > 0)
            end = blocks[i].runs[blocks[i].n_runs - 1].off_bytes +
                  blocks[i].runs[blocks[i].n_runs - 1].len_bytes;
        xc_fold_writer_piece(&f.out, (struct xc_span){end, 0});
        xc_fold_writer_put(&f.out, XC_STR("\n"));
    }
    if (f.out.failed)
        return XC_NO_MEMORY;
    *out = (struct xc_fold){
        .text = {f.out.bytes, f.out.n},
        .steps = f.out.steps,
        .n_steps = f.out.n_steps,
        .blocks = spans,
        .n_blocks = n_blocks,
        .n_invalid = f.n_invalid,
        .n_hidden = f.n_hidden,
    };
    return XC_OK;
}

enum xc_status
xc_fold_short(struct xc_str text, bool without_accents, struct xc_arena *arena,
              struct xc_str *out)
{
    struct xc_span run = {0, text.len};
    struct xc_block block = {XC_BLOCK_PARAGRAPH, &run, 1, 1};
    struct xc_span span;
    struct folder f;
    struct xc_str folded;
    char *plain;

    if (!folder_init(&f, text, text.len, arena))
        return XC_NO_MEMORY;
    fold_block(&f, &block, &span);
    if (f.out.failed)
        return XC_NO_MEMORY;
    folded = (struct xc_str){f.out.bytes, f.out.n};
    if (without_accents) {
        plain = xc_arena_alloc(arena, folded.len);
        if (plain == NULL)
            return XC_NO_MEMORY;
        folded = (struct xc_str){plain, xc_accent_drop(folded, plain)};
    }
    *out = folded;
    return XC_OK;
}
