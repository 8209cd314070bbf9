/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Prints the sample findings for tests/findings-agree.py and tests/validate-report.py:
 *
 *     sample_check FORMAT [POISON]
 *
 * POISON is the number of one of sample_poisons; without it the findings are plain, with
 * the number after the last one there are none.
 */
#include "config.h"

#include "report/findings.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "sample_findings.h"
#include "sample_run.h"

int
main(int argc, char **argv)
{
    const struct xc_report_style style = {false, 80};
    const char *const *names = xc_findings_format_names();
    size_t poison = argc > 2 ? strtoul(argv[2], NULL, 10) : SIZE_MAX;
    const struct xc_findings *findings;
    struct sample_output output;
    struct xc_arena arena;
    size_t format = 0;

    while (names[format] != NULL && (argc < 2 || strcmp(names[format], argv[1]) != 0))
        format++;
    if (names[format] == NULL || (argc > 2 && poison > sample_n_poisons))
        return EXIT_FAILURE;
    xc_arena_init(&arena);
    sample_output_init(&output);
    if (poison == sample_n_poisons)
        findings = sample_findings_empty(&arena);
    else
        findings = sample_findings_new(&arena, argc > 2 ? sample_poisons[poison]
                                                        : (struct xc_str){"", 0});
    xc_report_findings(findings, (enum xc_findings_format)format, &style, &output.sink);
    (void)fwrite(output.bytes, 1, output.len, stdout);
    sample_output_release(&output);
    xc_arena_release(&arena);
    return output.sink.failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
