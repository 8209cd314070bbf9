/* SPDX-License-Identifier: Apache-2.0 */
/* Dates as feeds and pages write them. */
#include "config.h"

#include "invariant.h"
#include "web/feed_date.h"
#include "web/html_date.h"

/* Every date of text, in the order of the language or in each one, with the year of the
 * article known and not. */
static void
find_all(struct xc_str text, const struct xc_html_date_rules *rules)
{
    struct xc_html_date found;
    size_t at = 0;

    while (at <= text.len && xc_html_date_find(rules, text, at, &found)) {
        assert(found.date.day > 0 && xc_date_is_valid(found.date));
        assert(found.hour >= -1 && found.hour <= 23);
        invariant_span((struct xc_span){found.off_bytes, found.len_bytes}, text.len);
        assert(found.off_bytes >= at && found.len_bytes > 0);
        at = found.off_bytes + found.len_bytes;
    }
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n_bytes)
{
    struct xc_html_date_rules rules = {.year = 0};
    struct xc_arena arena;
    struct xc_date date;
    struct xc_str text;

    xc_arena_init(&arena);
    text = harness_utf8(harness_input(bytes, n_bytes), &arena);
    if (xc_feed_date_parse(text, &date))
        assert(date.day > 0 && xc_date_is_valid(date));
    assert(xc_html_date_words_new(&arena, &rules.words) == XC_OK);
    rules.order = xc_html_date_order_of(text);
    find_all(text, &rules);
    rules.order = XC_HTML_DATE_DAY_FIRST;
    find_all(text, &rules);
    rules.order = XC_HTML_DATE_MONTH_FIRST;
    rules.year = 2019;
    find_all(text, &rules);
    xc_arena_release(&arena);
    return 0;
}
