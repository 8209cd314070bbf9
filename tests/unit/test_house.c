/* SPDX-License-Identifier: Apache-2.0 */
/* Houses of a newsroom's own, beside those of the lexicon. */
#include "config.h"

#include "origin/house.h"

#include "base/vec.h"
#include "suite.h"

static struct xc_arena arena;
static struct xc_origin_rules rules;

/* Groups are told apart by '|', their names by ','. */
static void
join(const char *text)
{
    struct xc_str_vec names[8] = {{NULL, 0, 0}};
    struct xc_house houses[8];
    struct xc_str rest = xc_str_of(text);
    struct xc_str group;
    struct xc_str name;
    size_t n = 0;

    xc_arena_init(&arena);
    ck_assert_int_eq(xc_origin_rules_load(&arena, &rules), XC_OK);
    while (xc_str_split(&rest, '|', &group)) {
        while (xc_str_split(&group, ',', &name)) {
            struct xc_str *slot = XC_VEC_ADD(&names[n], &arena);

            ck_assert_ptr_nonnull(slot);
            *slot = name;
        }
        houses[n] = (struct xc_house){names[n].items, names[n].n};
        n++;
    }
    ck_assert_int_eq(xc_origin_rules_join(&rules, houses, n, &arena), XC_OK);
}

START_TEST(house_of_an_outlet)
{
    static const struct {
        const char *groups;
        const char *outlet; /* a key as of a publisher */
        const char *house;  /* NULL: none */
    } rows[] = {
        {"", "outlet:bbc sport", "BBC"},
        {"", "outlet:harbour mirror", NULL},
        {"Harbour Mirror,Pier Gazette", "outlet:harbour mirror", "Harbour Mirror"},
        {"Harbour Mirror,Pier Gazette", "outlet:pier gazette", "Harbour Mirror"},
        {"Harbour Mirror,Pier Gazette", "outlet:pier", NULL},
        /* However it is written: case, "the", accents, spaces around it. */
        {"The HARBOUR Mirror, Le Quai Matinée ", "outlet:le quai matinee",
         "The HARBOUR Mirror"},
        {"The HARBOUR Mirror, Le Quai Matinée ", "outlet:harbour mirror",
         "The HARBOUR Mirror"},
        /* An agency goes by its own key. */
        {"AP,Pier Gazette", "wire:ap", "AP"},
        {"AP,Pier Gazette", "outlet:pier gazette", "AP"},
        /* A name that is in a house already brings its own there. */
        {"Pier Gazette,BBC Sport", "outlet:pier gazette", "BBC"},
        {"Pier Gazette,BBC Sport", "outlet:bbc", "BBC"},
        /* Houses that share a name are one, in whatever order they come. */
        {"A Post,B Post|C Post,D Post|B Post,C Post", "outlet:d post", "A Post"},
        {"A Post,B Post|C Post,D Post|B Post,C Post", "outlet:a post", "A Post"},
        {"A Post,B Post|C Post,D Post|B Post,E Post", "outlet:d post", "C Post"},
        /* And so are two of the lexicon's. */
        {"BBC,Guardian", "outlet:observer", "BBC"},
        {"BBC,Guardian", "outlet:bbc radio", "BBC"},
        {"BBC,Guardian", "outlet:fox business", "Fox News"},
    };
    size_t i;

    for (i = 0; i < XC_COUNT(rows); i++) {
        struct xc_str key = XC_STR("");
        struct xc_str name = XC_STR("");
        bool found;

        join(rows[i].groups);
        found = xc_origin_house(&rules, xc_str_of(rows[i].outlet), &key, &name);
        ck_assert_msg(found == (rows[i].house != NULL) &&
                          (!found || xc_str_is(name, rows[i].house)) &&
                          xc_str_equal(key, name),
                      "%s: %s is of '%.*s'", rows[i].groups, rows[i].outlet,
                      (int)name.len, name.ptr);
        xc_arena_release(&arena);
    }
}
END_TEST

int
main(void)
{
    const TTest *const tests[] = {house_of_an_outlet, NULL};

    return suite_run("house", tests);
}
