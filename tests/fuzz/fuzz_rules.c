/* SPDX-License-Identifier: Apache-2.0 */
/* A rule file, loaded; when it is right, run over a fixed article. */
#include "config.h"

#include "running.h"

static const char article[] = "Three men tied the corset\n"
                              "\n"
                              "It took \"three men to lace her into the corset\" at "
                              "the Harbour Gala on May 6, 2019, "
                              "her stylist said. The star never had ribs removed, and "
                              "the carpet was pink. Did the "
                              "bridge close? Reportedly, 300 drivers were stranded for "
                              "about two weeks, and the work "
                              "may cost $4 million. In 2018 she wore a red gown.\n";

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n_bytes)
{
    struct running_file file = {XC_STR("a.txt"), XC_STR(article)};
    struct running_rules rules;

    if (running_load(&rules, XC_STR("a.yaml"), harness_input(bytes, n_bytes)))
        running_check(&rules, &file, 1);
    invariant_problems(&rules.problems);
    running_release(&rules);
    return 0;
}
