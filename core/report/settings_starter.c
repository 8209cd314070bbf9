/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "report/settings_starter.h"

#include "report/terminal.h"

static const char body[] =
    "# Settings of xclaim, for every command that is run in this folder or below it.\n"
    "# What stands on the command line goes before them.  Relative paths count from\n"
    "# this folder.  docs/settings.md tells more; `xclaim lint` checks this file, "
    "too.\n"
    "xclaim: 1\n"
    "\n"
    "# Rule files, or folders of them.\n"
    "rules: [rules]\n"
    "\n"
    "# The sources that `xclaim check` compares new articles with.\n"
    "# record: [articles]\n"
    "\n"
    "# Cues and word lists of your own.\n"
    "# lexicon: [lexicon]\n"
    "\n"
    "# How bad a finding of `xclaim check` is: error, warning or note.\n"
    "# severities:\n"
    "#   contradicts-record: error\n"
    "#   contradicts-itself: error\n"
    "#   uncorroborated: warning\n"
    "#   single-origin: warning\n"
    "#   corroborates: note\n"
    "#   changes-record: note\n"
    "#   hidden-text: note\n"
    "#   unused-suppression: warning\n"
    "#   expired-suppression: warning\n"
    "#   unused-decision: warning\n"
    "\n"
    "# What makes `xclaim check` fail: error, warning, note or never.\n"
    "# fail-on: error\n"
    "\n"
    "# Publishers that are one house: what they say for themselves is one origin.\n"
    "# outlets:\n"
    "#   - [Harbour Mirror, Mirror on Sunday]\n"
    "\n"
    "# What editors decided about mentions: that one is not about the claim, or says\n"
    "# something else than was read.\n"
    "# decisions: decisions.yaml\n"
    "\n"
    "# Findings that are known already, as `xclaim check --write-baseline` lists "
    "them.\n"
    "# baseline: baseline.json\n"
    "\n"
    "# Findings that count no more until a day, with the reason.\n"
    "# suppressions:\n"
    "#   - claim: gala/guests\n"
    "#     quote: forty guests came\n"
    "#     reason: The guest list is in the archive.\n"
    "#     until: 2031-06-30\n";

void
xc_report_settings_starter(struct xc_sink *sink)
{
    xc_sink_text(sink, body);
}

void
xc_report_settings_steps(struct xc_str path, struct xc_sink *sink)
{
    static const char steps[] =
        "\n"
        "Next, in its folder:\n"
        "  mkdir rules\n"
        "  xclaim new -o rules/gala.yaml gala   a rule file to begin with\n"
        "  xclaim lint                          what is wrong with rules and settings\n"
        "  xclaim test                          the examples of the rules\n"
        "  xclaim report articles               what your articles say of the claims\n"
        "  xclaim check new.md                  a new article against your record\n";
    struct xc_terminal terminal;

    xc_terminal_init(&terminal, sink, false, 0);
    xc_terminal_name(&terminal, XC_TERMINAL_PLAIN, path);
    xc_terminal_say(&terminal, XC_TERMINAL_PLAIN, " is written.");
    xc_terminal_end(&terminal);
    xc_sink_text(sink, steps);
}
