/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "value/decimal.h"

#include "base/vec.h"
#include "suite.h"

static struct xc_decimal
read(const char *text)
{
    struct xc_decimal number = {0, 0};

    ck_assert_msg(xc_decimal_parse(xc_str_of(text), &number), "%s", text);
    return number;
}

START_TEST(decimal_parse_gives_normal_form)
{
    static const struct {
        const char *text;
        int64_t mantissa;
        int exponent;
    } rows[] = {
        {"0", 0, 0},
        {"-0.00", 0, 0},
        {"20", 2, 1},
        {"20.0", 2, 1},
        {"+7", 7, 0},
        {"-1234.50", -12345, -1},
        {".08", 8, -2},
        {"0003", 3, 0},
        {"3000000", 3, 6},
        {"9223372036854775807", INT64_MAX, 0},
        {"-9223372036854775808", INT64_MIN, 0},
        {"92233720368547758070", INT64_MAX, 1},
    };
    size_t i;

    for (i = 0; i < XC_COUNT(rows); i++) {
        struct xc_decimal number = read(rows[i].text);

        ck_assert_msg(number.mantissa == rows[i].mantissa &&
                          number.exponent == rows[i].exponent,
                      "%s", rows[i].text);
    }
}
END_TEST

START_TEST(decimal_parse_malformed_refuses)
{
    static const char *const rows[] = {
        "",    "-",     ".",    "5.",  "1.2.3",
        "1e5", "1,000", "--1",  "1 2", "9223372036854775809",
        "x",   "1-",    "\xff", "+",   "99999999999999999999999999999999999999999999",
    };
    struct xc_decimal number = {77, 3};
    size_t i;

    for (i = 0; i < XC_COUNT(rows); i++) {
        ck_assert_msg(!xc_decimal_parse(xc_str_of(rows[i]), &number), "%s", rows[i]);
        ck_assert_int_eq(number.mantissa, 77);
    }
}
END_TEST

START_TEST(decimal_compare_is_exact)
{
    static const char *const ascending[] = {
        "-9223372036854775808",
        "-20",
        "-19.99",
        "-0.001",
        "0",
        "0.0009",
        "0.001",
        "0.1",
        "0.10000000000000001",
        "1",
        "1.5",
        "9",
        "10",
        "99.9",
        "100",
        "9223372036854775806",
        "9223372036854775807",
        "92233720368547758070",
    };
    size_t i;
    size_t j;

    for (i = 0; i < XC_COUNT(ascending); i++) {
        for (j = 0; j < XC_COUNT(ascending); j++) {
            int order = xc_decimal_compare(read(ascending[i]), read(ascending[j]));

            ck_assert_msg(i < j   ? order < 0
                          : i > j ? order > 0
                                  : order == 0,
                          "%s against %s", ascending[i], ascending[j]);
        }
    }
    ck_assert_int_lt(
        xc_decimal_compare(xc_decimal_make(1, -60), xc_decimal_make(1, 60)), 0);
}
END_TEST

struct arithmetic_row {
    const char *a;
    const char *b;
    const char *result; /* NULL: refused */
};

static void
check_rows(const struct arithmetic_row *rows, size_t n,
           bool (*operate)(struct xc_decimal, struct xc_decimal, struct xc_decimal *))
{
    size_t i;

    for (i = 0; i < n; i++) {
        struct xc_decimal out = {77, 3};
        bool fits = operate(read(rows[i].a), read(rows[i].b), &out);

        ck_assert_msg(fits == (rows[i].result != NULL), "%s, %s", rows[i].a, rows[i].b);
        if (fits)
            ck_assert_msg(xc_decimal_compare(out, read(rows[i].result)) == 0, "%s, %s",
                          rows[i].a, rows[i].b);
        else
            ck_assert_int_eq(out.mantissa, 77);
    }
}

START_TEST(decimal_sum_is_exact_or_refused)
{
    static const struct arithmetic_row sums[] = {
        {"0.1", "0.2", "0.3"},
        {"255", "-255", "0"},
        {"9223372036854775807", "3", "9223372036854775810"},
        {"9223372036854775807", "1", NULL},
        {"92233720368547758070", "-92233720368547758000", "70"},
        {"0", "1.25", "1.25"},
        {"10000000000000000000000000", "1", NULL},
    };
    static const struct arithmetic_row differences[] = {
        {"300", "45", "255"},
        {"0", "-9223372036854775808", NULL},
        {"-1", "-9223372036854775808", "9223372036854775807"},
    };

    check_rows(sums, XC_COUNT(sums), xc_decimal_add);
    check_rows(differences, XC_COUNT(differences), xc_decimal_sub);
}
END_TEST

START_TEST(decimal_product_is_exact_or_refused)
{
    static const struct arithmetic_row rows[] = {
        {"3.5", "1000000", "3500000"},
        {"-2", "0.5", "-1"},
        /* 5^20 * 2^20 is over 64 bits only before the zeros are taken off. */
        {"95367431640625", "1048576", "100000000000000000000"},
        {"9223372036854775807", "3", NULL},
        {"0", "9223372036854775807", "0"},
    };

    check_rows(rows, XC_COUNT(rows), xc_decimal_mul);
    check_rows(&(struct arithmetic_row){"1", "0", NULL}, 1, xc_decimal_div);
}
END_TEST

START_TEST(decimal_quotient_is_exact_or_15_digits)
{
    static const struct arithmetic_row rows[] = {
        {"2", "3", "0.666666666666667"},
        {"1", "3", "0.333333333333333"},
        {"-1", "8", "-0.125"},
        {"240", "12", "20"},
        {"1000000000005", "10", "100000000000.5"},
        {"123456789123.456", "1000", "123456789.123456"},
        {"1000000000000007", "3", "333333333333336"},
        {"500000000000000", "3", "166666666666667"},
        {"0", "7", "0"},
        {"1", "9223372036854775807", "0.00000000000000000010842021724855"},
        {"9223372036854775807", "0.5", "18446744073709600000"},
        {"-9223372036854775807", "7", "-1317624576693539401"},
    };

    check_rows(rows, XC_COUNT(rows), xc_decimal_div);
}
END_TEST

START_TEST(decimal_near_product_is_exact_or_15_digits)
{
    static const struct arithmetic_row rows[] = {
        {"0.666666666666667", "3", "2.000000000000001"},
        {"0.666666666666667", "1609.344", "1072.896000000"},
        {"-0.666666666666667", "1609.344", "-1072.896"},
        {"9223372036854775807", "1000000007", "9223372101418380000000000000"},
        {"0", "9223372036854775807", "0"},
    };

    check_rows(rows, XC_COUNT(rows), xc_decimal_mul_near);
}
END_TEST

START_TEST(decimal_text_is_plain)
{
    static const char *const rows[] = {
        "20",     "0.5", "-3000000", "0", "0.00012", "-1.05", "9223372036854775807",
        "100.01",
    };
    struct xc_arena arena;
    size_t i;

    xc_arena_init(&arena);
    for (i = 0; i < XC_COUNT(rows); i++)
        ck_assert_msg(xc_str_is(xc_decimal_text(read(rows[i]), &arena), rows[i]), "%s",
                      rows[i]);
    ck_assert_uint_eq(xc_decimal_text(xc_decimal_make(1, 64), &arena).len, 65);
    xc_arena_release(&arena);
}
END_TEST

int
main(void)
{
    const TTest *const tests[] = {
        decimal_parse_gives_normal_form,
        decimal_parse_malformed_refuses,
        decimal_compare_is_exact,
        decimal_sum_is_exact_or_refused,
        decimal_product_is_exact_or_refused,
        decimal_quotient_is_exact_or_15_digits,
        decimal_near_product_is_exact_or_15_digits,
        decimal_text_is_plain,
        NULL,
    };

    return suite_run("decimal", tests);
}
