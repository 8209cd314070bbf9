/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "origin/citation.h"

#include <string.h>

#include "base/vec.h"
#include "lexicon/lexicon.h"

#include "suite.h"

static struct xc_arena arena;
static struct xc_origin_rules rules;
static struct xc_text_rules text_rules;

/* The citations of the text's sentence s, with a space between them. */
static struct xc_str
citations_of(const char *article, size_t s)
{
    struct xc_span run = {0, strlen(article)};
    const struct xc_block block = {XC_BLOCK_PARAGRAPH, &run, 1, 1};
    struct xc_text text;
    struct xc_str_vec keys = {NULL, 0, 0};
    struct xc_str all = XC_STR("");
    size_t i;

    ck_assert_int_eq(
        xc_text_build(&text_rules, xc_str_of(article), &block, 1, &arena, &text),
        XC_OK);
    ck_assert_uint_lt(s, text.n_sentences);
    ck_assert_int_eq(xc_citations_find(&rules, &text, s, &arena, &keys), XC_OK);
    for (i = 0; i < keys.n; i++)
        all = xc_arena_printf(&arena, "%.*s%s%.*s", (int)all.len, all.ptr,
                              i > 0 ? " + " : "", (int)keys.items[i].len,
                              keys.items[i].ptr);
    return all;
}

START_TEST(citation_sentences_give_their_keys)
{
    static const struct {
        const char *sentence;
        const char *keys;
    } rows[] = {
        {"The bridge is closed, according to the Associated Press.", "wire:ap"},
        {"The bridge is closed, according to the AP.", "wire:ap"},
        {"The bridge is closed, according to Reuters.", "wire:reuters"},
        {"According to Agence France-Presse, the bridge is closed.", "wire:afp"},
        {"The bridge is closed, according to the mayor.", ""},
        {"The bridge is closed, according to Speaker Alpha.", ""},
        {"The bridge is closed, according to the Harbour Herald.",
         "outlet:harbour herald"},
        {"The bridge is closed, the Harbour Herald reported.", "outlet:harbour herald"},
        {"But the Harbour Herald reported that the bridge is closed.",
         "outlet:harbour herald"},
        {"The Harbour Herald reports that the bridge is closed.",
         "outlet:harbour herald"},
        {"Speaker Alpha reported that the bridge is closed.", ""},
        {"Reuters reported that the bridge is closed.", "wire:reuters"},
        {"The closure was first reported by Harbourside.", "outlet:harbourside"},
        {"The closure was reported by Harbourside.", ""},
        {"The closure was first reported by the Harbour Herald on Monday.",
         "outlet:harbour herald"},
        {"The closure was first reported by the Harbour Herald's Speaker Alpha.",
         "outlet:harbour herald"},
        {"The closure, first reported by neighbours, lasted a day.", ""},
        {"The mayor told Vogue that the bridge is closed.", ""},
        {"The mayor told Reuters that the bridge is closed.", ""},
        {"The mayor gave an interview to the Harbour Herald.", ""},
        {"She reads the Harbour Herald every day.", ""},
        {"It was in the press, according to the Press.", ""},
        {"The bridge is closed, citing AFP.", "wire:afp"},
        {"The bridge is closed, according to Reuters, and Reuters reported it twice.",
         "wire:reuters"},
        {"According to Reuters and, later, according to the AP, it is closed.",
         "wire:reuters + wire:ap"},
        {"HARBOUR CITY (AP) - The bridge is closed.", "wire:ap"},
        {"HARBOUR CITY, May 6 (Reuters) - The bridge is closed.", "wire:reuters"},
        {"HARBOUR CITY (Harbour Herald) - The bridge is closed.", ""},
        {"The association of pilots (AP is its short name) wants the bridge open.", ""},
        {"The old and long and wide bridge over the river is closed today (AP).", ""},
        {"According to court documents, the bridge is closed.", "court:papers"},
        {"The court has many documents about the bridge.", ""},
        {"The bridge is closed, said a post by @keeper on Sunday.", "post:keeper"},
        {"The bridge is closed, said a post by neighbours on Sunday.", ""},
        {"A video posted by Speaker Alpha shows the closed bridge.",
         "clip:speaker alpha"},
        {"A video shows the closed bridge.", ""},
        {"The bridge is closed, according to a statement from Harbour Council.",
         "statement:harbour council"},
        {"She said in an interview with Vogue that the bridge is closed.",
         "interview:vogue"},
        {"She told Vogue that the bridge is closed.", ""},
        {"According to footage obtained by TMZ, the bridge is closed.", "outlet:tmz"},
        {"According to", ""},
        {"Reported.", ""},
        {"According to the", ""},
    };
    size_t i;

    for (i = 0; i < XC_COUNT(rows); i++) {
        struct xc_str keys = citations_of(rows[i].sentence, 0);

        ck_assert_msg(xc_str_is(keys, rows[i].keys), "%s: %.*s", rows[i].sentence,
                      (int)keys.len, keys.ptr);
    }
}
END_TEST

START_TEST(citation_bylines_name_agencies)
{
    static const struct {
        const char *author;
        const char *keys;
    } rows[] = {
        {"Associated Press", "wire:ap"},
        {"By The Associated Press", "wire:ap"},
        {"Jane Alpha, Associated Press", "wire:ap"},
        {"Jane Alpha | AP", "wire:ap"},
        {"Reuters Staff", "wire:reuters"},
        {"Jane Alpha (AFP)", "wire:afp"},
        {"AP/Reuters", "wire:ap + wire:reuters"},
        {"Jane Alpha", ""},
        {"Jane Alpha, BBC News", ""},
        {"Pa Alpha", ""},
        {"Associated Alpha", ""},
        {"", ""},
        {",,", ""},
    };
    size_t i;
    size_t k;

    for (i = 0; i < XC_COUNT(rows); i++) {
        struct xc_str_vec keys = {NULL, 0, 0};
        struct xc_str all = XC_STR("");

        ck_assert_int_eq(
            xc_citations_of_byline(&rules, xc_str_of(rows[i].author), &arena, &keys),
            XC_OK);
        for (k = 0; k < keys.n; k++)
            all = xc_arena_printf(&arena, "%.*s%s%.*s", (int)all.len, all.ptr,
                                  k > 0 ? " + " : "", (int)keys.items[k].len,
                                  keys.items[k].ptr);
        ck_assert_msg(xc_str_is(all, rows[i].keys), "%s: %.*s", rows[i].author,
                      (int)all.len, all.ptr);
    }
}
END_TEST

START_TEST(citation_dateline_holds_for_its_block)
{
    static const char article[] =
        "HARBOUR CITY (AP) - Divers found cracks. The bridge is closed.";

    ck_assert(xc_str_is(citations_of(article, 1), "wire:ap"));
}
END_TEST

START_TEST(citation_holds_for_its_sentence_only)
{
    static const char article[] =
        "Divers found cracks, according to Reuters. The bridge is closed.";

    ck_assert(xc_str_is(citations_of(article, 0), "wire:reuters"));
    ck_assert(xc_str_is(citations_of(article, 1), ""));
}
END_TEST

START_TEST(citation_outlet_names_become_one_key)
{
    static const struct {
        const char *name;
        const char *key;
        const char *shown;
    } rows[] = {
        {"associated press", "wire:ap", "Associated Press"},
        {"the associated press", "wire:ap", "Associated Press"},
        {"ap", "wire:ap", "Associated Press"},
        {"harbour herald", "outlet:harbour herald", "harbour herald"},
        {"the harbour herald", "outlet:harbour herald", "harbour herald"},
        {"the", "outlet:the", "the"},
        {"", "", ""},
    };
    size_t i;

    for (i = 0; i < XC_COUNT(rows); i++) {
        struct xc_str key =
            xc_citation_of_outlet(&rules, xc_str_of(rows[i].name), &arena);

        ck_assert_msg(xc_str_is(key, rows[i].key), "%s", rows[i].name);
        ck_assert_msg(xc_str_is(xc_citation_name(&rules, key), rows[i].shown), "%s",
                      rows[i].name);
    }
}
END_TEST

static bool
set_up(void)
{
    xc_arena_init(&arena);
    return xc_origin_rules_load(&arena, &rules) == XC_OK &&
           xc_word_rules_new(xc_lexicon_file("clitic-hosts"),
                             xc_lexicon_file("number-words"), &arena,
                             &text_rules.words) == XC_OK &&
           xc_sentence_rules_new(xc_lexicon_file("abbreviations"), &arena,
                                 &text_rules.sentences) == XC_OK;
}

int
main(void)
{
    const TTest *const tests[] = {
        citation_sentences_give_their_keys,    citation_bylines_name_agencies,
        citation_dateline_holds_for_its_block, citation_holds_for_its_sentence_only,
        citation_outlet_names_become_one_key,  NULL,
    };
    int code = EXIT_FAILURE;

    if (set_up())
        code = suite_run("citation", tests);
    xc_arena_release(&arena);
    return code;
}
