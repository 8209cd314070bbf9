/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "data/markup.h"

#include "base/vec.h"
#include "show_markup.h"
#include "suite.h"

static const struct row xml_rows[] = {
    {"elements", "<a b=\"1\" c='2'><d/>e</a>",
     "1<a b=\"1\" c=\"2\">1<d></d>1\"e\"</a>"},
    {"prefixes and case", "<x:A xmlns:x=\"u\" x:B=\"1\">c</x:A>",
     "1<x:A xmlns:x=\"u\" x:B=\"1\">1\"c\"</x:A>"},
    {"declaration, instructions, comments",
     "\xEF\xBB\xBF<?xml version=\"1.0\" encoding=\"iso-8859-1\"?>\n<?b c?><!-- <d> "
     "--><a>\xC3\xA9<!-- e -->f<?g?></a>\n",
     "2<a>2\"\xC3\xA9"
     "f\"</a>"},
    {"section", "<a>b<![CDATA[<c> & &lt; ]] >\nd]]>e</a>",
     "1<a>1\"b<c> & &lt; ]] >\nde\"</a>"},
    {"references", "<a b=\"&lt;&#233;&nbsp;\">&amp;&lt;&gt;&quot;&apos;&#x2019;</a>",
     "1<a b=\"<\xC3\xA9\xC2\xA0\">1\"&<>\"'\xE2\x80\x99\"</a>"},
    {"HTML's references", "<a>caf&eacute;&nbsp;&mdash;</a>",
     "1<a>1\"caf\xC3\xA9\xC2\xA0\xE2\x80\x94\"</a>"},
    {"marks that are none", "<a b=\"x?y=1&z=2\">AT&T & R&D; &nosuch;</a>",
     "1<a b=\"x?y=1&z=2\">1\"AT&T & R&D; &nosuch;\"</a>"},
    {"doctype", "<!DOCTYPE a PUBLIC \"-//x//>\" 'y'>\n<a>b</a>", "2<a>2\"b\"</a>"},
    {"lines", "<a\n b='c'\n>\n<d>e</d>\n<![CDATA[\nf]]>\n<g/></a>",
     "1<a b=\"c\">3\"\n\"4<d>4\"e\"</d>4\"\n\nf\n\"7<g></g></a>"},
    {"CR LF", "<a>\r\n<b>c\r\n</b></a>\r\n", "1<a>1\"\n\"2<b>2\"c\n\"</b></a>"},
    {"control characters",
     "<a>b\x1b\x01"
     "c</a>",
     "1<a>1\"bc\"</a>"},
};

START_TEST(xml_becomes_events)
{
    check_rows(xc_markup_xml, xml_rows, XC_COUNT(xml_rows));
}
END_TEST

START_TEST(xml_fault_is_told_with_its_place)
{
    static const struct {
        const char *name;
        const char *markup;
        size_t line;
        size_t column;
        const char *message;
    } rows[] = {
        {"wrong end tag", "<a>\n <b>c</d></a>", 2, 10, "</d> where </b> belongs"},
        {"no end tag", "<a>\n<b>c</b>\n", 3, 1, "a"},
        {"two roots", "<a/>\n<b/>", 2, 1, "document"},
        {"text only", "abc", 1, 1, "tart tag"},
        {"empty", "", 1, 1, "empty"},
        {"white space", " \n", 2, 1, "tart tag"},
        {"attribute twice", "<a b='1' b='2'/>", 1, 15, "redefined"},
        {"value without quotes", "<a b=1/>", 1, 6, "AttValue"},
        {"comment", "<a>\n<!-- b</a>", 2, 1, "comment that begins here never ends"},
        {"section", "<a><![CDATA[ b</a>", 1, 4, "CDATA section"},
        {"tag", "<a>b</a", 1, 5, "tag that begins here"},
        {"doctype", "\n<!DOCTYPE a [ <!ENTITY b \"c\">", 2, 1, "DOCTYPE"},
        {"instruction", "<?xml version='1.0'><a/>", 1, 1, "instruction"},
    };
    size_t i;

    for (i = 0; i < XC_COUNT(rows); i++) {
        const struct xc_problem *told;

        ck_assert_msg(show(xc_markup_xml, xc_str_of(rows[i].markup)) == XC_BAD_INPUT,
                      "%s", rows[i].name);
        told = &problems.items[problems.n - 1];
        for (; told > problems.items && told->kind != XC_PROBLEM_MALFORMED; told--)
            ;
        ck_assert_msg(told->line == rows[i].line && told->column == rows[i].column,
                      "%s: %zu:%zu", rows[i].name, told->line, told->column);
        ck_assert_msg(strstr(told->message.ptr, rows[i].message) != NULL, "%s: %s",
                      rows[i].name, told->message.ptr);
    }
}
END_TEST

START_TEST(xml_before_a_fault_is_read)
{
    static const struct row rows[] = {
        {"wrong end tag", "<a>b<c/>d</e>f</a>", "1<a>1\"b\"1<c></c>1\"d"},
        {"tag that never ends", "<a>b<c/>d<e", "1<a>1\"b\"1<c></c>1\"d"},
        {"comment that never ends", "<a>b<c/><!-- d</a>", "1<a>1\"b\"1<c></c>"},
    };
    size_t i;

    for (i = 0; i < XC_COUNT(rows); i++) {
        ck_assert_int_eq(show(xc_markup_xml, xc_str_of(rows[i].markup)), XC_BAD_INPUT);
        ck_assert_msg(strcmp(shown.bytes.items, rows[i].events) == 0, "%s:\n%s",
                      rows[i].name, shown.bytes.items);
        ck_assert_uint_eq(problems.n, 1);
    }
}
END_TEST

START_TEST(xml_entities_of_its_own_are_not_expanded)
{
    static const char *const rows[] = {
        "<!DOCTYPE a [<!ENTITY b \"cccc\"><!ENTITY x \"&b;&b;&b;\">]>\n<a>&x;</a>",
        "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///dev/zero\">]>\n<a>&x;</a>",
        "<!DOCTYPE a [<!-- ]> \" --><!ENTITY x ']>'>] >\n<a>&x;</a>",
        "<!DOCTYPE a SYSTEM \"http://localhost/a.dtd\" [<!ENTITY % p SYSTEM "
        "\"q\">%p;]>\n"
        "<a>&x;</a>",
    };
    size_t i;

    for (i = 0; i < XC_COUNT(rows); i++) {
        ck_assert_msg(show(xc_markup_xml, xc_str_of(rows[i])) == XC_OK, "%s", rows[i]);
        ck_assert_msg(strcmp(shown.bytes.items, "2<a>2\"&x;\"</a>") == 0, "%s\n%s",
                      rows[i], shown.bytes.items);
        ck_assert_msg(problems.n == 1 && problems.items[0].kind == XC_PROBLEM_METADATA,
                      "%s", rows[i]);
        ck_assert_ptr_nonnull(strstr(problems.items[0].message.ptr, "expanded"));
    }
}
END_TEST

int
main(void)
{
    const TTest *const tests[] = {
        xml_becomes_events,
        xml_fault_is_told_with_its_place,
        xml_before_a_fault_is_read,
        xml_entities_of_its_own_are_not_expanded,
        NULL,
    };

    xc_markup_prepare();
    return suite_run("xml", tests);
}
