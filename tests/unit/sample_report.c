/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Prints the sample run for tests/formats-agree.py and tests/validate-report.py:
 *
 *     sample_report json|text|markdown [POISON]
 *
 * POISON is the number of one of sample_poisons; without it the run is plain, with the
 * number after the last one it is empty.
 */
#include "config.h"

#include "report/report.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "sample_run.h"

int
main(int argc, char **argv)
{
    const struct xc_report_style style = {false, 80};
    const struct xc_str plain = {"", 0};
    size_t poison = argc > 2 ? strtoul(argv[2], NULL, 10) : SIZE_MAX;
    const char *format = argc > 1 ? argv[1] : "";
    struct sample_output output;
    struct xc_arena arena;
    const struct xc_run *run;

    xc_arena_init(&arena);
    sample_output_init(&output);
    if (poison == sample_n_poisons)
        run = sample_run_empty(&arena);
    else
        run = sample_run_new(&arena, poison < sample_n_poisons ? sample_poisons[poison]
                                                               : plain);
    if (strcmp(format, "json") == 0)
        xc_report_json(run, &output.sink);
    else if (strcmp(format, "text") == 0)
        xc_report_text(run, &style, &output.sink);
    else if (strcmp(format, "markdown") == 0)
        xc_report_markdown(run, &output.sink);
    (void)fwrite(output.bytes, 1, output.len, stdout);
    sample_output_release(&output);
    xc_arena_release(&arena);
    return poison > sample_n_poisons && argc > 2 ? EXIT_FAILURE : EXIT_SUCCESS;
}
