/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "data/packing.h"

#include "base/vec.h"
#include "suite.h"

static const struct xc_str gzip_head = {"\x1F\x8B\x08\0\0\0\0\0\0\x03", 10};
static const struct xc_str zstd_head = {"\x28\xB5\x2F\xFD\0\x38", 6};

START_TEST(packing_name_tells)
{
    static const struct {
        const char *path;
        enum xc_packing packing;
        const char *stem;
    } rows[] = {
        {"a.txt.gz", XC_PACKING_GZIP, "a.txt"},
        {"a/b.JSONL.ZST", XC_PACKING_ZSTD, "a/b.JSONL"},
        {"a.txt", XC_PACKING_NONE, "a.txt"},
        {"gz", XC_PACKING_NONE, "gz"},
        {".gz", XC_PACKING_GZIP, ""},
        {"a.gz.txt", XC_PACKING_NONE, "a.gz.txt"},
        {"a.txt.gz.gz", XC_PACKING_GZIP, "a.txt.gz"},
        {"", XC_PACKING_NONE, ""},
    };
    size_t i;

    for (i = 0; i < XC_COUNT(rows); i++) {
        const struct xc_str path = xc_str_of(rows[i].path);

        ck_assert_msg(xc_packing_named(path) == rows[i].packing, "%s", rows[i].path);
        ck_assert_msg(xc_str_is(xc_packing_strip(path), rows[i].stem), "%s",
                      rows[i].path);
    }
}
END_TEST

struct row {
    const char *path;
    enum xc_packing packing;
    struct xc_str head;
    const char *message; /* NULL: none */
    const char *hint;
};

static void
check_rows(const struct row *rows, size_t n, bool text)
{
    struct xc_problems problems;
    struct xc_arena arena;
    size_t i;

    xc_arena_init(&arena);
    for (i = 0; i < n; i++) {
        const struct row *row = &rows[i];
        enum xc_status status;

        xc_problems_init(&problems, &arena);
        status = (text ? xc_packing_check_text : xc_packing_check)(
            xc_str_of(row->path), row->packing, row->head, &problems);
        ck_assert_msg((status == XC_OK) == (row->message == NULL), "row %zu", i);
        ck_assert_uint_eq(problems.n, row->message != NULL);
        if (row->message == NULL)
            continue;
        ck_assert(status == XC_BAD_INPUT);
        ck_assert_str_eq(problems.items[0].message.ptr, row->message);
        ck_assert_str_eq(problems.items[0].hint.ptr, row->hint);
        ck_assert(xc_str_is(problems.items[0].path, row->path));
    }
    xc_arena_release(&arena);
}

START_TEST(packing_other_than_named_is_refused)
{
    const struct row rows[] = {
        {"a.txt.gz", XC_PACKING_GZIP, gzip_head, NULL, NULL},
        {"a.txt.zst", XC_PACKING_ZSTD, zstd_head, NULL, NULL},
        {"a.txt.gz", XC_PACKING_GZIP, zstd_head, "is zstd, not gzip",
         "name it a.txt.zst"},
        {"a.txt.zst", XC_PACKING_ZSTD, gzip_head, "is gzip, not zstd",
         "name it a.txt.gz"},
        {"a.txt.gz", XC_PACKING_GZIP, XC_STR("The harbour"), "is not gzip",
         "name it a.txt"},
        {"a.txt.gz", XC_PACKING_GZIP, XC_STR(""), "is empty, not gzip",
         "get it again, or pack it again"},
        {"a.txt.gz", XC_PACKING_GZIP, XC_STR("BZh91AY&SYxxxx"), "is bzip2, not gzip",
         "unpack it"},
    };

    check_rows(rows, XC_COUNT(rows), false);
}
END_TEST

START_TEST(packing_of_text_is_refused)
{
    const struct row rows[] = {
        {"a.txt", XC_PACKING_NONE, XC_STR("The harbour"), NULL, NULL},
        {"a.txt", XC_PACKING_NONE, XC_STR(""), NULL, NULL},
        {"a.txt.gz", XC_PACKING_GZIP, XC_STR("The harbour"), NULL, NULL},
        {"a.txt", XC_PACKING_NONE, gzip_head, "is gzip", "name it a.txt.gz"},
        {"a.txt", XC_PACKING_NONE, zstd_head, "is zstd", "name it a.txt.zst"},
        {"a.txt.gz", XC_PACKING_GZIP, gzip_head, "is gzip inside gzip",
         "unpack it once"},
        {"a.txt.gz", XC_PACKING_GZIP, zstd_head, "is zstd inside gzip",
         "unpack it once"},
        {"a.txt", XC_PACKING_NONE, XC_STR("PK\x03\x04xxxx"),
         "is a zip archive, which is not read", "unpack it"},
        {"a.txt",
         XC_PACKING_NONE,
         {"\xFD\x37zXZ\0xxxx", 10},
         "is xz, which is not read",
         "unpack it"},
        {"a.txt", XC_PACKING_NONE, XC_STR("BZh91 is no bzip2"), NULL, NULL},
        {"-", XC_PACKING_ZSTD, XC_STR("PK\x03\x04xxxx"), "is a zip archive inside zstd",
         "unpack it once"},
    };

    check_rows(rows, XC_COUNT(rows), true);
}
END_TEST

int
main(void)
{
    const TTest *const tests[] = {
        packing_name_tells,
        packing_other_than_named_is_refused,
        packing_of_text_is_refused,
        NULL,
    };

    return suite_run("packing", tests);
}
