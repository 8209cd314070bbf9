/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "author/lint_check.h"

#include "base/limits.h"
#include "base/vec.h"

struct xc_faults
xc_lint_faults(const struct xc_rule_file *file, const struct xc_pattern *pattern)
{
    struct xc_node node = {.line = pattern->line, .column = pattern->column};

    return (struct xc_faults){.problems = file->loading.problems,
                              .place = xc_field_place(&file->loading, &node, false),
                              .text = pattern->text};
}

enum xc_status
xc_lint_tell(const struct xc_rule_file *file, const struct xc_pattern *pattern,
             enum xc_code code, const char *hint, const char *format, ...)
{
    struct xc_faults faults = xc_lint_faults(file, pattern);
    struct xc_str message;
    va_list args;

    va_start(args, format);
    message = xc_arena_vprintf(file->loading.problems->arena, format, args);
    va_end(args);
    if (message.ptr == NULL)
        return XC_NO_MEMORY;
    return xc_fault_tell(&faults, 0, code, hint, "%s", message.ptr);
}

/* Takes one line of the lexicon's "irregular": base TAB part TAB forms. */
static bool
take_irregular(struct xc_lint_forms *out, struct xc_str line, struct xc_arena *arena)
{
    struct xc_str base;
    struct xc_str part;
    struct xc_str form;
    struct xc_str *name;
    size_t value;

    if (line.len == 0 || line.ptr[0] == '#')
        return true;
    (void)xc_str_split(&line, '\t', &base);
    name = XC_VEC_ADD(&out->names, arena);
    if (name == NULL || !xc_table_add(&out->bases, base, 0, arena, &value))
        return false;
    *name = base;
    if (!xc_str_split(&line, '\t', &part))
        return true;
    while (xc_str_split(&line, ' ', &form)) {
        if (form.len > 0 && !xc_str_equal(form, base) &&
            !xc_table_add(&out->of, form, out->names.n - 1, arena, &value))
            return false;
    }
    return true;
}

enum xc_status
xc_lint_forms_read(struct xc_arena *arena, struct xc_lint_forms *out)
{
    struct xc_lint_forms made = {.names = {NULL, 0, 0}};
    struct xc_str rest = xc_lexicon_file("irregular");
    struct xc_str line;

    while (xc_str_split(&rest, '\n', &line)) {
        if (!take_irregular(&made, line, arena))
            return XC_NO_MEMORY;
    }
    *out = made;
    return XC_OK;
}

bool
xc_lint_forms_other(const struct xc_lint_forms *forms, struct xc_str key,
                    struct xc_str *out)
{
    size_t index;

    if (!xc_table_get(&forms->bases, key, NULL) ||
        !xc_table_get(&forms->of, key, &index))
        return false;
    *out = forms->names.items[index];
    return true;
}

void
xc_lint_walk_init(struct xc_lint_walk *walk, const struct xc_pattern *pattern)
{
    walk->pattern = pattern;
    walk->depth = 0;
    walk->frames[0] = (struct xc_lint_frame){.branches = pattern->sequences,
                                             .n_branches = pattern->n_sequences};
}

const struct xc_element *
xc_lint_walk_next(struct xc_lint_walk *walk)
{
    for (;;) {
        struct xc_lint_frame *frame = &walk->frames[walk->depth];
        const struct xc_element *element;

        if (frame->branch == frame->n_branches) {
            if (walk->depth == 0)
                return NULL;
            walk->depth--;
            continue;
        }
        if (frame->next == frame->branches[frame->branch].n) {
            frame->branch++;
            frame->next = 0;
            continue;
        }
        element = &frame->branches[frame->branch].items[frame->next++];
        if (element->n_branches > 0 &&
            walk->pattern->text.ptr[element->off_bytes] != '<')
            walk->frames[++walk->depth] = (struct xc_lint_frame){
                .branches = element->branches, .n_branches = element->n_branches};
        return element;
    }
}

static enum xc_status
tell_form(struct xc_faults *faults, const struct xc_lint_forms *forms,
          const struct xc_element *word)
{
    struct xc_str key = word->n_forms > 1 ? word->forms[0] : XC_STR("");
    struct xc_str other;
    struct xc_str hint;
    size_t i;

    if (!xc_lint_forms_other(forms, key, &other))
        return XC_OK;
    /* A name ("Rose") is no form of anything. */
    for (i = 0; i < word->n_forms && !xc_str_equal(word->forms[i], other); i++)
        continue;
    if (i == word->n_forms)
        return XC_OK;
    hint = xc_arena_printf(faults->problems->arena, "write =%.*s for that form only",
                           (int)key.len, key.ptr);
    if (hint.ptr == NULL)
        return XC_NO_MEMORY;
    return xc_fault_tell(faults, word->off_bytes, XC_CODE_FORM_OF_TWO, hint.ptr,
                         "'%.*s' is a form of '%.*s', too, and stands for all forms of "
                         "both",
                         (int)key.len, key.ptr, (int)other.len, other.ptr);
}

static bool
is_common_word(const struct xc_lexicon *lexicon, const struct xc_element *word)
{
    size_t i;

    if (word->kind != XC_ELEMENT_WORD)
        return false;
    for (i = 0; i < word->n_forms; i++) {
        if (xc_table_get(&lexicon->common_words, word->forms[i], NULL))
            return true;
    }
    return false;
}

/* Whether nearly every sentence has what the element asks for, whichever branch. */
static bool
is_common(const struct xc_lexicon *lexicon, const struct xc_element *element)
{
    size_t b;
    size_t i;

    if (element->kind == XC_ELEMENT_WORD)
        return is_common_word(lexicon, element);
    if (element->kind == XC_ELEMENT_OPTIONAL || element->kind == XC_ELEMENT_GAP)
        return true;
    for (b = 0; b < element->n_branches; b++) {
        for (i = 0; i < element->branches[b].n; i++) {
            if (!is_common_word(lexicon, &element->branches[b].items[i]))
                return false;
        }
    }
    return element->kind == XC_ELEMENT_CHOICE;
}

/* "the .. of" is nearly everywhere; three such words side by side ("there was no") are a
 * phrase of their own. */
static bool
is_too_common(const struct xc_lexicon *lexicon, const struct xc_pattern *pattern)
{
    const size_t least_phrase = 3;
    size_t s;
    size_t i;

    for (s = 0; s < pattern->n_sequences; s++) {
        const struct xc_sequence *sequence = &pattern->sequences[s];
        size_t n_side_by_side = 0;

        for (i = 0; i < sequence->n; i++) {
            if (!is_common(lexicon, &sequence->items[i]))
                return false;
            n_side_by_side =
                sequence->items[i].kind == XC_ELEMENT_GAP ? 0 : n_side_by_side + 1;
            if (n_side_by_side >= least_phrase)
                return false;
        }
    }
    return true;
}

static enum xc_status
check_required(const struct xc_rule_file *file, const struct xc_pattern *pattern)
{
    if (pattern->n_required == 0)
        return xc_lint_tell(file, pattern, XC_CODE_NO_REQUIRED_WORD,
                            "add a word that every match must have",
                            "no word must be there: the pattern is run on every "
                            "sentence");
    if (is_too_common(file->loading.lexicon, pattern))
        return xc_lint_tell(file, pattern, XC_CODE_TOO_COMMON,
                            "add a word that says what it is about",
                            "nearly every text has these words");
    return XC_OK;
}

enum xc_status
xc_lint_pattern(const struct xc_rule_file *file, const struct xc_lint_forms *forms,
                const struct xc_pattern *pattern)
{
    struct xc_faults faults = xc_lint_faults(file, pattern);
    const struct xc_element *element;
    enum xc_status status = check_required(file, pattern);
    struct xc_lint_walk walk;

    xc_lint_walk_init(&walk, pattern);
    while (status == XC_OK && (element = xc_lint_walk_next(&walk)) != NULL) {
        if (element->kind == XC_ELEMENT_WORD)
            status = tell_form(&faults, forms, element);
    }
    return status;
}

/* The words of one entry of a term. */
static enum xc_status
check_entry(struct xc_rule_file *file, const struct xc_lint_forms *forms,
            const struct xc_node *node, const struct xc_sequence *words)
{
    struct xc_faults faults = {.problems = file->loading.problems,
                               .place = xc_field_text_place(&file->loading, node),
                               .text = node->text};
    enum xc_status status = XC_OK;
    size_t i;

    for (i = 0; i < words->n && status == XC_OK; i++)
        status = tell_form(&faults, forms, &words->items[i]);
    if (status == XC_OK && words->n > XC_MAX_SENTENCE_WORDS)
        status = xc_fault_tell(&faults, 0, XC_CODE_NEVER_MATCHES,
                               "write only words that say what it is",
                               "it takes more words than a sentence may have");
    return status;
}

static enum xc_status
check_term(struct xc_rule_file *file, const struct xc_lint_forms *forms,
           const struct xc_term *term, const struct xc_node *node)
{
    const struct xc_node *item = node->kind == XC_NODE_LIST ? node->first : node;
    enum xc_status status = XC_OK;
    size_t i;

    /* The loader passes over entries that it told; then these two don't go together. */
    if (file->loading.bad_terms || term->branches == NULL)
        return XC_OK;
    /* A pattern or a key that could not be read may have been its use. */
    if (!term->used && file->n_faults == 0)
        status = xc_field_tell(&file->loading, node, true, XC_CODE_UNUSED_TERM,
                               "use it in a pattern as <name>, or take it out",
                               "no pattern uses the term '%.*s'", (int)term->name.len,
                               term->name.ptr);
    for (i = 0; i < term->n_entries && status == XC_OK; i++) {
        status = check_entry(file, forms, item, &term->branches[i]);
        item = item->next;
    }
    return status == XC_OK ? xc_lint_entries(file, term, node) : status;
}

enum xc_status
xc_lint_terms(struct xc_rule_file *file, const struct xc_lint_forms *forms)
{
    const struct xc_node *map = xc_node_get(file->root, "terms");
    const struct xc_node *node = map == NULL ? NULL : map->first;
    enum xc_status status = XC_OK;
    size_t i;

    for (i = 0; i < file->loading.n_terms && node != NULL && status == XC_OK; i++) {
        status = check_term(file, forms, &file->loading.terms[i], node);
        node = node->next;
    }
    return status;
}
