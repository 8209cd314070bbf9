/* SPDX-License-Identifier: Apache-2.0 */
/*
 * As much of Check as test_simd and suite.h need, for `make check-neon`: the library is
 * rarely at hand for a processor that is not the machine's own.
 *
 * A test runs when it is added; one that fails ends the program.
 */
#ifndef XC_TESTS_NEON_CHECK_H
#define XC_TESTS_NEON_CHECK_H

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

typedef struct TTest {
    const char *name;
    void (*run)(void);
} TTest;

#define START_TEST(test)                                                               \
    static void test##_run(void);                                                      \
    static const TTest test##_test = {#test, test##_run};                              \
    static const TTest *test = &test##_test;                                           \
    static void test##_run(void)
#define END_TEST

#define ck_abort_msg(...)                                                              \
    (printf("%s:%d: ", __FILE__, __LINE__), printf(__VA_ARGS__), printf("\n"),         \
     exit(EXIT_FAILURE))
#define ck_assert(holds) ((holds) ? (void)0 : ck_abort_msg("%s does not hold", #holds))
#define ck_assert_int_eq(a, b) ck_assert((intmax_t)(a) == (intmax_t)(b))
#define ck_assert_uint_eq(a, b) ck_assert((uintmax_t)(a) == (uintmax_t)(b))
#define ck_assert_ptr_nonnull(at) ck_assert((at) != NULL)
#define ck_assert_ptr_null(at) ck_assert((at) == NULL)
#define ck_assert_ptr_eq(a, b) ck_assert((a) == (b))
#define ck_assert_mem_eq(a, b, n) ck_assert(memcmp(a, b, n) == 0)
#define ck_assert_str_eq(a, b) ck_assert(strcmp(a, b) == 0)

/* A suite, its case and its runner are all the name. */
typedef const char Suite;
typedef const char TCase;
typedef const char SRunner;
enum { CK_NORMAL };

#define suite_create(name) (name)
#define tcase_create(name) (name)
#define tcase_set_timeout(tcase, seconds) ((void)(tcase), (void)(seconds))
#define tcase_add_test(tcase, test) ((test)->run(), printf("ok %s\n", (test)->name))
#define suite_add_tcase(suite, tcase) ((void)(suite), (void)(tcase))
#define srunner_create(suite) (suite)
#define srunner_run_all(runner, how) ((void)(runner), (void)(how))
#define srunner_ntests_failed(runner) ((void)(runner), 0)
#define srunner_free(runner) ((void)(runner))

#endif
