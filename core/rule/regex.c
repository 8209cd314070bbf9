/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "rule/regex.h"

#include <setjmp.h>
#include <stdint.h>
#include <string.h>

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

#include "base/limits.h"

/* PCRE2's own stack of 32 KiB does for nearly every match; it grows from there. */
#define JIT_STACK_START_BYTES ((size_t)32 << 10)
#define FIRST_PAIRS ((size_t)64)

/* What PCRE2 holds for one expression. */
struct memory {
    struct xc_blocks blocks;
    jmp_buf *failed; /* where to go on when memory is short; NULL: tell PCRE2 */
};

struct xc_regex {
    struct memory memory;
    pcre2_code *code;
    size_t n_groups;      /* of the expression, group 0 included */
    const size_t *groups; /* NULL: capture i is group i */
    size_t n_captures;
};

struct xc_regex_scratch {
    struct xc_arena arena; /* holds this struct, too */
    pcre2_match_context *context;
    pcre2_jit_stack *stack; /* NULL where PCRE2 has no JIT */
    pcre2_match_data *data;
    size_t n_pairs; /* of data and spans */
    struct xc_span *spans;
};

struct callout {
    xc_regex_callout function;
    void *context;
};

static enum xc_status
bad_pattern(int code, struct xc_arena *arena, struct xc_str *out_message)
{
    PCRE2_UCHAR buffer[256];
    int len;

    if (code == PCRE2_ERROR_HEAP_FAILED)
        return XC_NO_MEMORY;
    len = pcre2_get_error_message(code, buffer, sizeof buffer);
    *out_message = xc_arena_printf(arena, "%.*s", len < 0 ? 0 : len, (char *)buffer);
    return out_message->ptr == NULL ? XC_NO_MEMORY : XC_BAD_RULE;
}

/*
 * The JIT compiler of PCRE2 10.42 looks only later at whether its allocator failed, and
 * reads through NULL before that.  So while an expression is made, none may be seen to
 * fail: this one leaves PCRE2 altogether.
 */
static void *
library_allocate(size_t n_bytes, void *context)
{
    struct memory *memory = context;
    void *at = xc_blocks_alloc(&memory->blocks, n_bytes);

    if (at == NULL && memory->failed != NULL)
        longjmp(*memory->failed, 1);
    return at;
}

static void
library_free(void *at, void *context)
{
    struct memory *memory = context;

    xc_blocks_free(&memory->blocks, at);
}

/* Makes regex->code, which stays NULL when the pattern is wrong. */
static void
compile(struct xc_regex *regex, struct xc_str pattern, bool with_jit, int *out_error,
        PCRE2_SIZE *out_off_bytes)
{
    /* Unicode properties are on: folded text keeps its accents, and \bÉtoile\b must
     * see a letter there.  \C would split characters. */
    const uint32_t options =
        PCRE2_UTF | PCRE2_UCP | PCRE2_CASELESS | PCRE2_NEVER_BACKSLASH_C;
    pcre2_general_context *general =
        pcre2_general_context_create(library_allocate, library_free, &regex->memory);
    pcre2_compile_context *context = pcre2_compile_context_create(general);

    regex->code =
        pcre2_compile((PCRE2_SPTR)(pattern.ptr == NULL ? "" : pattern.ptr), pattern.len,
                      options, out_error, out_off_bytes, context);
    /* Where there is no JIT the interpreter gives the same. */
    if (regex->code != NULL && with_jit)
        (void)pcre2_jit_compile(regex->code, PCRE2_JIT_COMPLETE);
    pcre2_compile_context_free(context);
    pcre2_general_context_free(general);
}

enum xc_status
xc_regex_new(struct xc_str pattern, bool with_jit, struct xc_arena *arena,
             struct xc_regex **out, size_t *out_off_bytes, struct xc_str *out_message)
{
    struct xc_regex *const regex = xc_arena_array(arena, 1, sizeof *regex);
    uint32_t n_groups = 0;
    PCRE2_SIZE offset = 0;
    int error = 0;
    jmp_buf failed;

    if (regex == NULL)
        return XC_NO_MEMORY;
    if (setjmp(failed) != 0) {
        xc_blocks_release(&regex->memory.blocks);
        return XC_NO_MEMORY;
    }
    regex->memory.failed = &failed;
    compile(regex, pattern, with_jit, &error, &offset);
    regex->memory.failed = NULL;
    if (regex->code == NULL) {
        *out_off_bytes = offset < pattern.len ? offset : pattern.len;
        return bad_pattern(error, arena, out_message);
    }
    (void)pcre2_pattern_info(regex->code, PCRE2_INFO_CAPTURECOUNT, &n_groups);
    regex->n_groups = (size_t)n_groups + 1;
    regex->n_captures = regex->n_groups;
    *out = regex;
    return XC_OK;
}

void
xc_regex_free(struct xc_regex *regex)
{
    if (regex == NULL)
        return;
    pcre2_code_free(regex->code);
    regex->code = NULL;
}

size_t
xc_regex_n_captures(const struct xc_regex *regex)
{
    return regex->n_captures;
}

struct xc_str
xc_regex_capture_name(const struct xc_regex *regex, size_t capture)
{
    size_t group = regex->groups == NULL ? capture : regex->groups[capture];
    uint32_t n_names = 0;
    uint32_t entry_len = 0;
    PCRE2_SPTR table = NULL;
    uint32_t i;

    (void)pcre2_pattern_info(regex->code, PCRE2_INFO_NAMECOUNT, &n_names);
    (void)pcre2_pattern_info(regex->code, PCRE2_INFO_NAMEENTRYSIZE, &entry_len);
    (void)pcre2_pattern_info(regex->code, PCRE2_INFO_NAMETABLE, &table);
    for (i = 0; i < n_names; i++) {
        PCRE2_SPTR entry = table + (size_t)i * entry_len;

        if ((((size_t)entry[0] << 8) | entry[1]) == group)
            return xc_str_of((const char *)entry + 2);
    }
    return XC_STR("");
}

void
xc_regex_renumber(struct xc_regex *regex, const size_t *groups, size_t n)
{
    regex->groups = groups;
    regex->n_captures = n;
}

static int
found_callout(pcre2_callout_enumerate_block *block, void *data)
{
    (void)block;
    *(bool *)data = true;
    return 0;
}

bool
xc_regex_has_callouts(const struct xc_regex *regex)
{
    bool found = false;

    (void)pcre2_callout_enumerate(regex->code, found_callout, &found);
    return found;
}

bool
xc_regex_may_be_empty(const struct xc_regex *regex)
{
    uint32_t may_be_empty = 1;

    (void)pcre2_pattern_info(regex->code, PCRE2_INFO_MATCHEMPTY, &may_be_empty);
    return may_be_empty != 0;
}

/* Makes room for the groups of one match; false when memory is short. */
static bool
reserve(struct xc_regex_scratch *scratch, size_t n_pairs)
{
    pcre2_match_data *data;
    struct xc_span *spans;

    if (n_pairs <= scratch->n_pairs)
        return true;
    if (n_pairs < scratch->n_pairs * 2)
        n_pairs = scratch->n_pairs * 2;
    spans = xc_arena_array(&scratch->arena, n_pairs, sizeof *spans);
    if (spans == NULL)
        return false;
    data = pcre2_match_data_create((uint32_t)n_pairs, NULL);
    if (data == NULL)
        return false;
    pcre2_match_data_free(scratch->data);
    scratch->data = data;
    scratch->spans = spans;
    scratch->n_pairs = n_pairs;
    return true;
}

struct xc_regex_scratch *
xc_regex_scratch_new(void)
{
    struct xc_arena arena;
    struct xc_regex_scratch *scratch;
    uint32_t has_jit = 0;

    xc_arena_init(&arena);
    scratch = xc_arena_array(&arena, 1, sizeof *scratch);
    if (scratch == NULL) {
        xc_arena_release(&arena);
        return NULL;
    }
    scratch->arena = arena;
    scratch->context = pcre2_match_context_create(NULL);
    if (scratch->context == NULL || !reserve(scratch, FIRST_PAIRS))
        goto failed;
    (void)pcre2_set_match_limit(scratch->context, XC_REGEX_MATCH_LIMIT);
    (void)pcre2_set_depth_limit(scratch->context, XC_REGEX_DEPTH_LIMIT);
    (void)pcre2_set_heap_limit(scratch->context, XC_REGEX_HEAP_LIMIT_KIB);
    (void)pcre2_config(PCRE2_CONFIG_JIT, &has_jit);
    if (has_jit != 0) {
        scratch->stack = pcre2_jit_stack_create(JIT_STACK_START_BYTES,
                                                XC_REGEX_JIT_STACK_BYTES, NULL);
        if (scratch->stack == NULL)
            goto failed;
        pcre2_jit_stack_assign(scratch->context, NULL, scratch->stack);
    }
    return scratch;

failed:
    xc_regex_scratch_free(scratch);
    return NULL;
}

void
xc_regex_scratch_free(struct xc_regex_scratch *scratch)
{
    struct xc_arena arena;

    if (scratch == NULL)
        return;
    pcre2_match_data_free(scratch->data);
    pcre2_match_context_free(scratch->context);
    pcre2_jit_stack_free(scratch->stack);
    arena = scratch->arena; /* the struct lies in the memory that it frees */
    xc_arena_release(&arena);
}

static struct xc_span
span_of(const PCRE2_SIZE *offsets, size_t group)
{
    PCRE2_SIZE start = offsets[2 * group];
    PCRE2_SIZE end = offsets[2 * group + 1];

    if (start == PCRE2_UNSET || end == PCRE2_UNSET)
        return (struct xc_span){SIZE_MAX, 0};
    return (struct xc_span){start, end > start ? end - start : 0};
}

/* Whether PCRE2 need not check that the subject is UTF-8, which takes it as long as many a
 * match: ASCII always is, and nearly every sentence is ASCII. */
static bool
is_ascii(struct xc_str text)
{
    const uint64_t high = UINT64_C(0x8080808080808080);
    uint64_t seen = 0;
    uint64_t eight;
    size_t i = 0;

    for (; text.len - i >= sizeof eight; i += sizeof eight) {
        memcpy(&eight, text.ptr + i, sizeof eight);
        seen |= eight;
    }
    for (; i < text.len; i++)
        seen |= (unsigned char)text.ptr[i];
    return (seen & high) == 0;
}

static int
call_out(pcre2_callout_block *block, void *data)
{
    const struct callout *callout = data;
    struct xc_span last = {SIZE_MAX, 0};

    if (block->capture_last != 0)
        last = span_of(block->offset_vector, block->capture_last);
    return callout->function(callout->context, block->callout_number, last) ? 0 : 1;
}

/* Seven parameters, one over the limit: a struct for the callback's two would only
 * move them. */
enum xc_regex_result /* NOLINTNEXTLINE(readability-function-size) */
xc_regex_match(const struct xc_regex *regex, struct xc_regex_scratch *scratch,
               struct xc_str subject, size_t from, xc_regex_callout callout,
               void *context, const struct xc_span **out_spans)
{
    struct callout calling = {callout, context};
    uint32_t options = PCRE2_NOTEMPTY | (is_ascii(subject) ? PCRE2_NO_UTF_CHECK : 0);
    const PCRE2_SIZE *offsets;
    size_t i;
    int code;

    if (from > subject.len)
        return XC_REGEX_NO_MATCH;
    if (!reserve(scratch, regex->n_groups > regex->n_captures ? regex->n_groups
                                                              : regex->n_captures))
        return XC_REGEX_NO_MEMORY;
    (void)pcre2_set_callout(scratch->context, callout == NULL ? NULL : call_out,
                            &calling);
    code =
        pcre2_match(regex->code, (PCRE2_SPTR)(subject.ptr == NULL ? "" : subject.ptr),
                    subject.len, from, options, scratch->data, scratch->context);
    (void)pcre2_set_callout(scratch->context, NULL, NULL);
    if (code == PCRE2_ERROR_NOMATCH)
        return XC_REGEX_NO_MATCH;
    if (code == PCRE2_ERROR_NOMEMORY)
        return XC_REGEX_NO_MEMORY;
    /* A limit, or a subject that is no UTF-8: in both cases nobody knows. */
    if (code <= 0)
        return XC_REGEX_LIMIT;
    offsets = pcre2_get_ovector_pointer(scratch->data);
    for (i = 0; i < regex->n_captures; i++) {
        size_t group = regex->groups == NULL ? i : regex->groups[i];

        scratch->spans[i] = span_of(offsets, group);
    }
    *out_spans = scratch->spans;
    return XC_REGEX_MATCH;
}
