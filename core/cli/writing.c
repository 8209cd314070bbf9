/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "cli/writing.h"

#include <string.h>
#include <unistd.h>

#include "cli/cli.h"
#include "io/output.h"

enum xc_status
xc_cli_write(const char *path, xc_cli_writer writer, const void *context,
             struct xc_problems *problems)
{
    bool to_stdout = strcmp(path, "-") == 0;
    struct xc_report_style style = {
        to_stdout && xc_cli_wants_colour(STDOUT_FILENO),
        to_stdout ? xc_cli_width(STDOUT_FILENO) : 80,
    };
    struct xc_output *output;
    enum xc_status status = xc_output_open(xc_str_of(path), &output, problems);

    if (status != XC_OK)
        return status;
    writer(context, &style, xc_output_sink(output));
    return xc_output_commit(output, problems);
}
