/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "verdict/verdict.h"

#include "base/vec.h"

#include "suite.h"

/* A mention in three letters: stance A D H Q Y U, voice o(wn) s(peaker) u(nnamed),
 * event t(his) o(ther) ?.  "Aot Dst": the source asserts, a speaker denies. */
static size_t
make_mentions(const char *text, struct xc_kept *kept, const struct xc_kept **mentions)
{
    static const char stances[] = "ADHQYU";
    struct xc_str rest = xc_str_of(text);
    struct xc_str word;
    size_t n = 0;

    while (xc_str_split(&rest, ' ', &word)) {
        if (word.len != 3)
            continue;
        kept[n] = (struct xc_kept){0};
        kept[n].stance =
            (enum xc_stance)xc_str_find(xc_str_of(stances), 0, word.ptr[0]);
        kept[n].voice.kind = word.ptr[1] == 'o'   ? XC_VOICE_OWN
                             : word.ptr[1] == 's' ? XC_VOICE_SPEAKER
                                                  : XC_VOICE_UNNAMED;
        kept[n].event.place = word.ptr[2] == 't'   ? XC_EVENT_THIS
                              : word.ptr[2] == 'o' ? XC_EVENT_OTHER
                                                   : XC_EVENT_UNDETERMINED;
        mentions[n] = &kept[n];
        n++;
    }
    return n;
}

START_TEST(position_follows_its_mentions)
{
    static const struct {
        const char *mentions;
        enum xc_position position;
    } rows[] = {
        {"", XC_POSITION_NONE},
        {"Aoo", XC_POSITION_NONE},
        {"Ao?", XC_POSITION_NONE},
        {"Aot", XC_POSITION_ASSERTS},
        {"Ast", XC_POSITION_ASSERTS},
        {"Dot", XC_POSITION_DENIES},
        {"Dst", XC_POSITION_DENIES},
        {"Aot Hot Qot Uot", XC_POSITION_ASSERTS},
        {"Qot Dot", XC_POSITION_DENIES},
        {"Hut Dot", XC_POSITION_DENIES},
        {"Aot Dot", XC_POSITION_CONFLICTS},
        {"Dot Ast Aot", XC_POSITION_CONFLICTS},
        {"Aot Dst", XC_POSITION_ASSERTS},
        {"Ast Dot", XC_POSITION_DENIES},
        {"Ast Dst", XC_POSITION_DISCUSSES},
        {"Ast Dut", XC_POSITION_DISCUSSES},
        {"Hot", XC_POSITION_DISCUSSES},
        {"Qot", XC_POSITION_DISCUSSES},
        {"Yot", XC_POSITION_DISCUSSES},
        {"Uot", XC_POSITION_DISCUSSES},
        {"Aot Doo", XC_POSITION_ASSERTS},
        {"Aot Do?", XC_POSITION_ASSERTS},
        {"Aoo Hot", XC_POSITION_DISCUSSES},
    };
    struct xc_kept kept[8];
    const struct xc_kept *mentions[8];
    size_t i;

    for (i = 0; i < XC_COUNT(rows); i++) {
        size_t n = make_mentions(rows[i].mentions, kept, mentions);

        ck_assert_msg(xc_position_of(mentions, n) == rows[i].position, "%s",
                      rows[i].mentions);
    }
}
END_TEST

START_TEST(position_and_verdict_names_are_the_designs)
{
    enum xc_verdict verdict = XC_VERDICT_SILENT;

    ck_assert_ptr_null(xc_position_name(XC_POSITION_NONE));
    ck_assert_str_eq(xc_position_name(XC_POSITION_ASSERTS), "asserts");
    ck_assert_str_eq(xc_position_name(XC_POSITION_DENIES), "denies");
    ck_assert_str_eq(xc_position_name(XC_POSITION_DISCUSSES), "discusses");
    ck_assert_str_eq(xc_position_name(XC_POSITION_CONFLICTS), "conflicts");
    ck_assert_ptr_null(xc_side_name(XC_SIDE_NONE));
    ck_assert_str_eq(xc_side_name(XC_SIDE_ASSERTED), "asserted");
    ck_assert_str_eq(xc_side_name(XC_SIDE_DENIED), "denied");
    ck_assert(xc_verdict_parse(XC_STR("single-source"), &verdict));
    ck_assert_int_eq(verdict, XC_VERDICT_SINGLE_SOURCE);
    ck_assert(!xc_verdict_parse(XC_STR("single source"), &verdict));
    ck_assert(!xc_verdict_parse(XC_STR(""), &verdict));
    ck_assert_int_eq(verdict, XC_VERDICT_SINGLE_SOURCE);
}
END_TEST

int
main(void)
{
    const TTest *const tests[] = {
        position_follows_its_mentions,
        position_and_verdict_names_are_the_designs,
        NULL,
    };

    return suite_run("position", tests);
}
