/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "value/weekday.h"

#include <string.h>

#include "value/month.h"
#include "value/rank.h"

int32_t
xc_weekday_monday(int32_t day)
{
    return day - xc_date_iso_weekday(day) + 1;
}

const struct xc_form *
xc_weekday_which_at(const struct xc_atoms *atoms, size_t i, size_t *end)
{
    const struct xc_form *which = xc_atoms_form(atoms, i, XC_FORM_WHICH, end);

    return which != NULL && xc_atoms_joined(atoms, *end) ? which : NULL;
}

/*
 * The day of "last Monday" (-1), "this Monday" (0) or "next Monday" (1) by the weeks; on a
 * Monday "next Friday" may be nearer for a reader, so that both are admitted.
 */
static void
set_weekday(struct xc_stamp *stamp, int32_t today, int weekday, int which)
{
    int32_t by_week = xc_weekday_monday(today) + 7 * which + weekday - 1;
    int32_t ahead = (weekday - xc_date_iso_weekday(today) + 7) % 7;
    int32_t nearest = by_week;

    if (which > 0)
        nearest = today + (ahead == 0 ? 7 : ahead);
    else if (which < 0)
        nearest = today + ahead - 7;
    xc_stamp_set_days(stamp, by_week, by_week);
    if (nearest == by_week)
        return;
    stamp->first = nearest < by_week ? nearest : by_week;
    stamp->last = nearest < by_week ? by_week : nearest;
    stamp->has_date = false;
    stamp->approximate = true;
}

/* "on Monday": the latest one, the published day itself included, since wire copy says
 * "on Monday" on Monday; or the next one, when something says that it lies ahead. */
static void
set_bare_weekday(const struct xc_calendar *calendar, size_t i, int weekday,
                 struct xc_stamp *stamp)
{
    int32_t today;
    int32_t back;

    if (calendar->published != NULL) {
        today = xc_date_day(*calendar->published);
        back = (xc_date_iso_weekday(today) - weekday + 7) % 7;
        if (xc_month_is_ahead(calendar->atoms, i))
            back -= 7;
        xc_stamp_set_days(stamp, today - back, today - back);
    }
    stamp->said = (struct xc_timex){.form = XC_TIMEX_POINT};
    stamp->said.from.weekday = (int8_t)weekday;
}

/* The 13th of "Wed 13th"; the weekday says enough. */
static size_t
after_rank(const struct xc_atoms *atoms, size_t i)
{
    struct xc_rank rank;

    if (xc_atoms_joined(atoms, i) && xc_atoms_is(atoms, i, "the"))
        i++;
    return xc_atoms_joined(atoms, i) && xc_rank_read(atoms, i, &rank) &&
                   rank.name.len == 0
               ? rank.end
               : 0;
}

const struct xc_form *
xc_weekday_at(const struct xc_atoms *atoms, size_t i, size_t *end)
{
    const struct xc_form *form = xc_atoms_form(atoms, i, XC_FORM_WEEKDAY, end);

    /* "monday" is nothing else, "wed" is. */
    return form != NULL && (atoms->items[i].text.len >= strlen("monday") ||
                            (atoms->items[i].flags & XC_ATOM_CAPITAL) != 0)
               ? form
               : NULL;
}

bool
xc_weekday_read(const struct xc_calendar *calendar, size_t i, struct xc_stamp *out)
{
    const struct xc_atoms *atoms = calendar->atoms;
    struct xc_stamp stamp = {.absorbs = true};
    size_t at = i;
    const struct xc_form *which = xc_weekday_which_at(atoms, i, &at);
    const struct xc_form *weekday =
        xc_weekday_at(atoms, which != NULL ? at : i, &stamp.end);
    size_t end;
    int iso;

    if (weekday == NULL) {
        weekday = xc_atoms_form(atoms, i, XC_FORM_WEEKDAY_WORD, &stamp.end);
        if (which != NULL || weekday == NULL || after_rank(atoms, stamp.end) == 0)
            return false;
    }
    iso = weekday->code == 0 ? 7 : weekday->code;
    if (which == NULL) {
        end = after_rank(atoms, stamp.end);
        set_bare_weekday(calendar, i, iso, &stamp);
        stamp.end = end != 0 ? end : stamp.end;
    } else if (calendar->published != NULL) {
        /* "this coming Friday" is the next one there is. */
        if (which->code > 1) {
            int32_t today = xc_date_day(*calendar->published);
            int32_t ahead = (iso - xc_date_iso_weekday(today) + 6) % 7 + 1;

            xc_stamp_set_days(&stamp, today + ahead, today + ahead);
        } else {
            set_weekday(&stamp, xc_date_day(*calendar->published), iso, which->code);
        }
    }
    *out = stamp;
    return true;
}
