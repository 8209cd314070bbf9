/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Article: what one article says of instances, read when the first mention asks.
 *
 * A topic without an event asks nothing, so rules without events cost nothing here.
 */
#ifndef XC_EVENT_ARTICLE_H
#define XC_EVENT_ARTICLE_H

#include "event/section.h"

struct xc_event_article {
    const struct xc_events *events;
    const struct xc_text *text;
    struct xc_arena *arena;
    bool has_published;
    struct xc_date published;
    int32_t published_day;
    bool is_read; /* false: all that follows is still empty */
    struct xc_signs signs;
    size_t title_end; /* sentences before it are the article's own heading */
    size_t lead_end;  /* sentences before it are headline or lead */
    const struct xc_section *sections; /* per block */
    struct xc_outline **outlines;      /* per topic; NULL: not asked for yet */
};

/* Reads signs, lead and sections unless they are read; false when memory is short. */
bool xc_event_article_read(struct xc_event_article *article);

#endif
