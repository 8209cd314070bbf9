/* SPDX-License-Identifier: Apache-2.0 */
/* Records of JSON Lines, one a line, as the command reads them. */
#include "config.h"

#include "reading.h"

static void
read_record(struct xc_str record, size_t line)
{
    struct xc_str path = XC_STR("desk/a.jsonl");
    struct xc_arena arena;
    struct xc_problems problems;
    struct xc_source source;
    enum xc_status status;

    xc_arena_init(&arena);
    xc_problems_init(&problems, &arena);
    status = xc_reader_read(harness_reader(),
                            &(struct xc_document){.format = XC_FORMAT_JSON_LINES,
                                                  .path = path,
                                                  .bytes = record,
                                                  .line = line},
                            &arena, &source, &problems);
    assert(status == XC_OK || (status == XC_BAD_INPUT && problems.n > 0));
    if (status == XC_OK) {
        assert(source.record_line == line && xc_str_starts(source.id, "desk/a.jsonl#"));
        reading_check_source(&source, line, &arena);
    }
    invariant_problems(&problems);
    xc_arena_release(&arena);
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n_bytes)
{
    struct xc_str rest = harness_input(bytes, n_bytes);
    size_t line = 1;

    for (; rest.len > 0; line++)
        read_record(harness_cut(&rest, '\n'), line);
    return 0;
}
