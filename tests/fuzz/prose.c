/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "harness.h"

/*
 * What one byte after '~' stands for, set apart by '|'.  A sign that joins what stands
 * before it comes without a space: ".", "'s", "-".  The words are those that the rules of
 * text, value, stance, voice and event look for, and those of the harnesses' patterns.
 */
static const char words[] =
    ".|,|;|:|?|!|-| -- |'s|n't|'d|'ll| “|”| \"|\"| (|)|\n\n|\n| …|...| ‘|’|/|%| $| £|"
    "m|bn|st|th| 3| 4| 20| 300| 2019| 2024| 2031| 1990s| 6 May| May 6, 2019| one|"
    " two| three| four| twenty| hundred| thousand| million| half| a third| first|"
    " second| dozen| dozens of| several| a couple| about| nearly| almost| at least|"
    " more than| less than| up to| between| from| to| and| or| but| nor| not| no|"
    " never| none| nobody| neither| without| only| not only| any| the| a| an| this|"
    " that| every| of| in| on| at| for| with| by| after| before| since| during| than|"
    " as| if| unless| whether| although| because| while| when| which| who| what| how|"
    " she| he| they| it| her| his| there| who's| is| was| were| are| be| been| being|"
    " has| have| had| do| does| did| may| might| could| would| will| can| cannot|"
    " must| should| to be| said| says| told| tell| asked| claimed| alleged|"
    " suggested| denied| denies| confirmed| revealed| insisted| according to|"
    " reportedly| allegedly| rumours| report| hoax| false| fake| untrue| nonsense|"
    " no truth to| debunked| failed to| managed to| refused to| forgot to|"
    " declined to comment| surprised that| doubt| believe| appears to| likely|"
    " possibly| rather than| instead of| except| far from| hardly| so-called| call|"
    " dismissed| rejected| accused| opting| tied| tie| lace| laced| corset| gown|"
    " men| man| ribs| removed| carpet| pink| red| violet| bridge| closed| shut|"
    " cracks| pier| cost| crowns| drivers| stranded| repairs| surgery| waist| tight|"
    " week| weeks| days| years| year| month| decade| ago| last| old| kg| pounds|"
    " miles| dollars| per cent| °F| Monday| May| yesterday| Mr| Dr.| Kim| Doe| Jane|"
    " Melissa| Harbour Gala| Lantern Gala| Gull Bridge| Morrow & Quill| Ellery Post|"
    " spokesman| source| sources| insider| police| council";

/* What each byte stands for: the list from its start again, as often as it takes. */
static void
list_words(struct xc_str out[UINT8_MAX + 1])
{
    struct xc_str rest = XC_STR(words);
    size_t i;

    for (i = 0; i <= UINT8_MAX; i++) {
        if (!xc_str_split(&rest, '|', &out[i])) {
            rest = XC_STR(words);
            (void)xc_str_split(&rest, '|', &out[i]);
        }
    }
}

struct xc_str
harness_prose(struct xc_str input, struct xc_arena *arena)
{
    struct xc_str meanings[UINT8_MAX + 1];
    size_t len = 0;
    size_t i;
    char *made;

    if (!xc_str_starts(input, "~"))
        return input;
    list_words(meanings);
    for (i = 1; i < input.len; i++)
        len += meanings[(unsigned char)input.ptr[i]].len;
    made = xc_arena_alloc(arena, len + 1);
    assert(made != NULL);
    len = 0;
    for (i = 1; i < input.len; i++) {
        struct xc_str word = meanings[(unsigned char)input.ptr[i]];

        memcpy(made + len, word.ptr, word.len);
        len += word.len;
    }
    return (struct xc_str){made, len};
}
