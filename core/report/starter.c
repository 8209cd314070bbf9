/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "report/starter.h"

#include "report/yaml_emit.h"

static const char body[] =
    "\n"
    "# Only sources that name one of these are looked at; without it, all are.\n"
    "# about: [Ellery, Lantern Gala]\n"
    "\n"
    "# For an event that comes back: mentions of another year's don't count.\n"
    "# event:\n"
    "#   name: Lantern Gala\n"
    "#   date: 2031-05-06\n"
    "\n"
    "# Lists of words, written <garment> in a pattern; an entry may be several words.\n"
    "terms:\n"
    "  garment: [corset, bodice, evening gown]\n"
    "\n"
    "# Put your own claims in place of this one.  `xclaim draft \"…\"` makes one out "
    "of a\n"
    "# sentence.\n"
    "claims:\n"
    "  - id: men-tying-corset\n"
    "    # What is claimed, as one sentence.\n"
    "    statement: Three men tied the corset.\n"
    "    # What finds it in a sentence.  Words stand for all their forms (tie: tied, "
    "tying);\n"
    "    # (a|b) is a choice, \"..\" up to eight words between, & \"anywhere in the "
    "same\n"
    "    # sentence\", {men:count} a number, kept under that name.\n"
    "    match:\n"
    "      - \"{men:count} (man|guy) .. (tie|lace) & <garment>\"\n"
    "    # A sentence that one of these matches is no mention.\n"
    "    unless: [\"tie for\"]\n"
    "    # What the statement says; a source may say otherwise.\n"
    "    value: {men: 3}\n"
    "    # Sentences that `xclaim test` holds the patterns to.\n"
    "    examples:\n"
    "      asserts:   [\"It took three men to lace her into the corset.\"]\n"
    "      denies:    [\"Three men never tied the corset.\"]\n"
    "      discusses: [\"Did three men really tie the corset?\"]\n"
    "      ignores:   [\"Three men tied for first place in a corset race.\"]\n";

bool
xc_starter_takes(struct xc_str topic)
{
    size_t i;

    for (i = 0; i < topic.len; i++) {
        char c = topic.ptr[i];

        if (!(c >= 'a' && c <= 'z') && !(c >= 'A' && c <= 'Z') &&
            !(c >= '0' && c <= '9') && c != '-' && c != '_' && c != '.')
            return false;
    }
    return topic.len > 0;
}

void
xc_report_starter(struct xc_str topic, struct xc_sink *sink)
{
    xc_sink_text(sink, "# A rule file: a topic and its claims.\n"
                       "xclaim: 1\n"
                       "topic: ");
    xc_yaml_quoted(sink, topic);
    xc_sink_text(sink, "\n# What a report calls it.\ntitle: ");
    xc_yaml_quoted(sink, topic);
    xc_sink_char(sink, '\n');
    xc_sink_text(sink, body);
}
