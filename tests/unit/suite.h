/* SPDX-License-Identifier: Apache-2.0 */
/*
 * One Check program per module: a list of tests, run in one suite.
 *
 *     const TTest *const tests[] = {arena_reset_keeps_chunk, NULL};
 *     return suite_run("arena", tests);
 */
#ifndef XC_TESTS_SUITE_H
#define XC_TESTS_SUITE_H

#include <check.h>
#include <stdlib.h>

/* Runs the NULL-ended tests and returns the program's exit code. */
static inline int
suite_run(const char *name, const TTest *const *tests)
{
    Suite *suite = suite_create(name);
    TCase *tcase = tcase_create(name);
    SRunner *runner;
    int n_failed;

    tcase_set_timeout(tcase, 120);
    for (; *tests != NULL; tests++)
        tcase_add_test(tcase, *tests);
    suite_add_tcase(suite, tcase);
    runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    n_failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return n_failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}

#endif
