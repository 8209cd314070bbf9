/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "text/inflection.h"

#include "base/vec.h"
#include "lexicon/lexicon.h"
#include "text/suffix.h"

#include "suite.h"

/* A word, forms (or bases) that it must have and forms that it must lack. */
struct row {
    const char *key;
    const char *has;
    const char *lacks;
};

static const struct row form_rows[] = {
    /* regular nouns and verbs */
    {"lace", "lace laces laced lacing", "laceing lacer lac lacs"},
    {"laced", "lace laces laced lacing", "laceds lacs"},
    {"lacing", "lace laces laced lacing lacings", "lacinged lac"},
    {"tie", "ties tied tying", "tieing ty"},
    {"tied", "tie ties tied tying", "ti ty tieds"},
    {"tying", "tie ties tied tying", "ty tye"},
    {"dress", "dresses dressed dressing", "dresss dres"},
    {"dresses", "dress dressed dressing", "dresse dressesed"},
    {"dressing", "dress dresses dressed", "dres"},
    {"body", "bodies", "bodys bodyes"},
    {"bodies", "body", "bodys"},
    {"boy", "boys", "boies"},
    {"box", "boxes boxed boxing", "boxs boxxed boxxing"},
    {"church", "churches", "churchs"},
    {"wish", "wishes wished wishing", "wishs"},
    {"hero", "heroes heros", "heroies"},
    {"heroes", "hero heros", "heroe"},
    {"toes", "toe", ""},
    {"studio", "studios", "studioes"},
    {"opt", "opts opted opting", "optted"},
    {"play", "plays played playing", "plaied playyed"},
    {"carry", "carries carried carrying", "carrys carryed carier carrier"},
    {"show", "shows showing showed shown", "showwed shower"},
    {"fix", "fixes fixed fixing", "fixxed"},
    {"tip", "tips tipped tipping", "tiped tiping"},
    {"tipped", "tip tips tipping", "tipp tippe"},
    {"type", "types typed typing", "typped"},
    {"hop", "hopped hopping hops", "hoped hoping"},
    {"hope", "hoped hoping hopes", "hopped hopping"},
    {"hoped", "hope", "hop"},
    {"hopped", "hop", "hope"},
    {"plane", "planes planed", "planned plans"},
    {"plans", "plan planned planning", "plane planed"},
    {"planed", "plane", "plan planned"},
    {"star", "starred starring stars", "stared staring"},
    {"stared", "stare staring", "star starred"},
    {"quit", "quits quit quitting", "quiting quited"},
    {"corset", "corsets corseted corsetted corseting corsetting", "corsete"},
    {"corsetted", "corset corseted", "corsett"},
    {"visit", "visited visiting visits", "visite"},
    {"travelled", "travel traveled travels traveling", ""},
    {"admitted", "admit admits admitting", ""},
    {"fuel", "fueled fuelled", ""},
    {"rain", "rained raining", "rainned"},
    {"rained", "rain rains", "raine"},
    {"called", "call calls calling", "cal"},
    {"passed", "pass passes passing", "pas pase"},
    {"gassed", "gas gases gassing", "gase"},
    {"panic", "panicked panicking panics", "paniced panicing"},
    {"panicked", "panic", ""},
    {"backed", "back backs", "bac"},
    {"caused", "cause causes causing", "caus"},
    {"focused", "focus focuses focusing", ""},
    {"handled", "handle handles", "handl"},
    {"walked", "walk walks", "walke"},
    {"created", "create creates creating", ""},
    {"pasted", "paste pastes pasting", "past"},
    {"agreed", "agree agrees agreeing", "agre"},
    {"see", "sees saw seen seeing", "seed"},
    {"agree", "agreed agreeing agrees", "agreeed agreing"},
    {"fee", "fees", "feed"},
    {"dye", "dyed dyeing", "dying"},
    {"die", "died dying dies", "dieing"},
    {"singe", "singed singeing", "singing"},
    {"sing", "sang sung singing", "singed singeing"},
    {"add", "added adding adds", "aded"},
    {"adding", "add added", "ad"},
    {"movies", "movie", ""},
    {"ski", "skied skiing skis", ""},
    {"cried", "cry cries crying", "crie cr"},
    {"age", "ageing aging aged", ""},
    {"use", "used using uses", "us"},
    {"using", "use used", "us"},
    {"buildings", "building", "built"},
    /* irregular nouns */
    {"men", "man men mans manned manning", "mens mened woman"},
    {"man", "men", "mens"},
    {"women", "woman women", "womans"},
    {"spokesmen", "spokesman", ""},
    {"human", "humans", "humen"},
    {"children", "child", "childrens"},
    {"feet", "foot", "feets"},
    {"lives", "live life living lived", ""},
    {"knives", "knife", "kniv knive"},
    {"knife", "knives", ""},
    {"roof", "roofs", "rooves"},
    {"chief", "chiefs", "chieves"},
    {"leaves", "leaf leave left leaving", ""},
    {"people", "person peoples", ""},
    {"crises", "crisis", ""},
    {"crisis", "crises", "crisi crisises"},
    {"sheep", "sheep", "sheeps"},
    {"stomach", "stomachs", "stomaches"},
    {"quiz", "quizzes", "quizes"},
    {"bus", "buses", "bu"},
    {"axes", "axe axis", ""},
    {"medium", "mediums", "media"},
    /* irregular verbs */
    {"go", "goes going went gone", "goed"},
    {"went", "go goes gone", "wents wented"},
    {"saw", "see saw seen sees seeing sawed sawing saws sawn", ""},
    {"wear", "wore worn wearing wears", "weared"},
    {"worn", "wear wore", "worns worned"},
    {"tear", "tore torn", "teared"},
    {"put", "puts putting", "putted puted"},
    {"cut", "cuts cutting", "cutted"},
    {"found", "find founded founds finding", ""},
    {"find", "found finding", "finded founded"},
    {"lay", "laid lie lain lays", "layed"},
    {"lie", "lied lay lain lying", ""},
    {"bound", "bind bounds", "binded"},
    {"ranged", "range ranges", "rang ring"},
    {"broadcast", "broadcast broadcasting", ""},
    {"withdrawn", "withdraw withdrew", ""},
    {"born", "born", "bear bore"},
    {"wedding", "wed weds", ""},
    /* adjectives */
    {"tight", "tighter tightest", "tightter"},
    {"tightest", "tight tighter", "tightests tightested"},
    {"big", "bigger biggest", "biger"},
    {"large", "larger largest", "largeer"},
    {"heavy", "heavier heaviest", "heavyer"},
    {"heavier", "heavy heaviest", ""},
    {"good", "better best", "gooder"},
    {"worst", "bad worse", ""},
    {"tow", "tows towed", "tower towest"},
    {"tower", "towers", "tow towest"},
    {"corn", "corns", "corner"},
    {"numb", "numbs numbed", "number"},
    {"beautiful", "", "beautifuler beautifuller"},
    {"new", "newer newest", "news"},
    /* function words, auxiliaries, clitics */
    {"be", "am is are was were been being 's", "bes beed bed"},
    {"is", "be was 's", "iss"},
    {"have", "has had having 's 'd", "haves haved"},
    {"'d", "had would have", "should"},
    {"'s", "is has be have", "'ss"},
    {"would", "'d", "had will woulds"},
    {"had", "have 'd", "would hads"},
    {"do", "does did done doing", "dos doed doe"},
    {"does", "do did", "doe"},
    {"will", "", "would willed"},
    {"it", "it", "its ited"},
    {"its", "its", "it"},
    {"she", "she", "shed shes"},
    {"he", "he", "hes hed"},
    {"i", "i", "is"},
    {"us", "us", "using used"},
    {"the", "the", "thes thed"},
    {"that", "that", "those thats"},
    {"hi", "hi", "his"},
    {"past", "past", "pasted pasting"},
    /* words that are never stripped, and what looks like them */
    {"news", "news", "new"},
    {"evening", "evenings", "even evened"},
    {"even", "evens", "evening"},
    {"during", "during", "dure dured"},
    {"morning", "mornings", "morn"},
    {"ceiling", "ceilings", "ceil"},
    {"species", "species", "specie specy"},
    {"series", "series", "serie sery"},
    {"always", "always", "alway"},
    {"perhaps", "perhaps", "perhap"},
    {"lens", "lenses", "len lense"},
    {"need", "needs needed needing", "nee"},
    {"seed", "seeds seeded", "see saw"},
    {"indeed", "indeed", "inde inded"},
    {"hundred", "hundreds", "hundr hundre"},
    {"naked", "naked", "nak nake"},
    {"red", "reds redder reddest", "r re"},
    {"string", "strings strung stringing", "stre str"},
    {"thing", "things", "th the"},
    {"nothing", "nothing", "noth nothe"},
    {"king", "kings", "k ke"},
    {"politics", "politics", "politic"},
    {"boss", "bosses", "bos"},
    {"virus", "viruses", "viru"},
    {"this", "this", "thi"},
    {"famous", "famous", "famou"},
    /* keys that are no words */
    {"3", "3", "3s"},
    {"20th", "20th", "20ths"},
    {"u2", "u2", "u2s"},
    {"f**king", "f**king", "f**k"},
    {"x", "x", "xs xes"},
    {"caf\xc3\xa9", "caf\xc3\xa9", "caf\xc3\xa9s"},
};

static const struct row name_rows[] = {
    {"paris", "paris", "pari pariss parises"},
    {"kardashian", "kardashians", "kardashianed"},
    {"kennedy", "kennedys", "kennedies"},
    {"bush", "bushes", "bushs bushed"},
    {"hughes", "hughes", "hugh hughe hugheses"},
    {"martinez", "martinezes", "martinezs"},
    {"banks", "banks", "bank"},
    {"2pac", "2pac", "2pacs"},
    {"m", "m", "ms"},
    {"", "", "s"},
};

static const struct row base_rows[] = {
    {"saw", "saw see", "sees"},
    {"tied", "tied tie", "ti ty tye"},
    {"lacing", "lacing lace", "lac"},
    {"men", "men man", "mans"},
    {"lives", "lives live life", "liv"},
    {"went", "went go", "wend"},
    {"evening", "evening", "even"},
    {"tower", "tower", "tow"},
    {"better", "better good well", "bet"},
    {"string", "string", "stre"},
    {"20th", "20th", "20"},
    {"'d", "'d have would", "do"},
    {"speed", "speed", "spe spee"},
    {"canvassed", "canvass canvas", "canva"},
    {"zigzagged", "zigzag", "zigzagg"},
    {"goes", "go", "goe"},
    {"ageing", "age", "agee"},
    {"posed", "pose", "pos"},
};

static bool
has_form(const struct xc_str_vec *forms, struct xc_str form)
{
    size_t i;

    for (i = 0; i < forms->n; i++) {
        if (xc_str_equal(forms->items[i], form))
            return true;
    }
    return false;
}

static void
check_row(const struct row *row, const struct xc_str_vec *forms)
{
    struct xc_str has = xc_str_of(row->has);
    struct xc_str lacks = xc_str_of(row->lacks);
    struct xc_str form;

    while (xc_str_split(&has, ' ', &form))
        ck_assert_msg(form.len == 0 || has_form(forms, form), "%s lacks %.*s", row->key,
                      (int)form.len, form.ptr);
    while (xc_str_split(&lacks, ' ', &form))
        ck_assert_msg(form.len == 0 || !has_form(forms, form), "%s has %.*s", row->key,
                      (int)form.len, form.ptr);
}

static const struct xc_inflection *
load(struct xc_arena *arena)
{
    const struct xc_inflection *inflection = NULL;

    ck_assert_int_eq(xc_inflection_new(xc_lexicon_file("irregular"),
                                       xc_lexicon_file("inflection-fixed"), arena,
                                       &inflection),
                     XC_OK);
    return inflection;
}

static void
check_forms(const struct row *rows, size_t n, bool is_name)
{
    struct xc_arena arena;
    const struct xc_inflection *inflection;
    size_t i;

    xc_arena_init(&arena);
    inflection = load(&arena);
    for (i = 0; i < n; i++) {
        struct xc_str_vec forms = {NULL, 0, 0};

        ck_assert_int_eq(xc_inflection_forms(inflection, xc_str_of(rows[i].key),
                                             is_name, &arena, &forms),
                         XC_OK);
        check_row(&rows[i], &forms);
    }
    xc_arena_release(&arena);
}

START_TEST(inflection_any_form_gives_all_forms)
{
    check_forms(form_rows, XC_COUNT(form_rows), false);
}
END_TEST

START_TEST(inflection_name_is_only_extended)
{
    check_forms(name_rows, XC_COUNT(name_rows), true);
}
END_TEST

START_TEST(inflection_form_gives_its_bases)
{
    struct xc_arena arena;
    const struct xc_inflection *inflection;
    size_t i;

    xc_arena_init(&arena);
    inflection = load(&arena);
    for (i = 0; i < XC_COUNT(base_rows); i++) {
        struct xc_str_vec bases = {NULL, 0, 0};

        ck_assert_int_eq(xc_inflection_bases(inflection, xc_str_of(base_rows[i].key),
                                             &arena, &bases),
                         XC_OK);
        check_row(&base_rows[i], &bases);
        ck_assert(xc_str_is(bases.items[0], base_rows[i].key));
    }
    xc_arena_release(&arena);
}
END_TEST

START_TEST(inflection_forms_stand_key_first_then_sorted_each_once)
{
    struct xc_arena arena;
    const struct xc_inflection *inflection;
    size_t i;

    xc_arena_init(&arena);
    inflection = load(&arena);
    for (i = 0; i < XC_COUNT(form_rows); i++) {
        struct xc_str_vec forms = {NULL, 0, 0};
        size_t k;

        ck_assert_int_eq(xc_inflection_forms(inflection, xc_str_of(form_rows[i].key),
                                             false, &arena, &forms),
                         XC_OK);
        ck_assert_msg(xc_str_is(forms.items[0], form_rows[i].key), "%s is not first",
                      form_rows[i].key);
        for (k = 1; k < forms.n; k++) {
            ck_assert_msg(!xc_str_equal(forms.items[k], forms.items[0]),
                          "%s stands twice", form_rows[i].key);
            ck_assert_msg(k == 1 ||
                              xc_str_compare(forms.items[k - 1], forms.items[k]) < 0,
                          "forms of %s not sorted", form_rows[i].key);
        }
    }
    xc_arena_release(&arena);
}
END_TEST

/* What the caller's list holds already stays and is not looked at. */
START_TEST(inflection_forms_are_appended_to_the_list)
{
    struct xc_arena arena;
    const struct xc_inflection *inflection;
    struct xc_str_vec forms = {NULL, 0, 0};
    size_t n;

    xc_arena_init(&arena);
    inflection = load(&arena);
    ck_assert_int_eq(
        xc_inflection_forms(inflection, XC_STR("tie"), false, &arena, &forms), XC_OK);
    n = forms.n;
    ck_assert_int_eq(
        xc_inflection_forms(inflection, XC_STR("tied"), false, &arena, &forms), XC_OK);
    ck_assert_uint_eq(n, 4);
    ck_assert_uint_eq(forms.n, 8);
    ck_assert(xc_str_is(forms.items[0], "tie"));
    ck_assert(xc_str_is(forms.items[4], "tied"));
    xc_arena_release(&arena);
}
END_TEST

START_TEST(inflection_bad_table_is_refused)
{
    static const char *const tables[] = {
        "go",                         /* no part */
        "go\t\twent",                 /* an empty part */
        "go\tvreb\twent",             /* a misspelt one */
        "# fine\ngo\tverb\twent\nsee" /* a good line first */
    };
    struct xc_arena arena;
    size_t i;

    xc_arena_init(&arena);
    for (i = 0; i < XC_COUNT(tables); i++) {
        const struct xc_inflection *inflection = NULL;

        ck_assert_msg(xc_inflection_new(xc_str_of(tables[i]), XC_STR(""), &arena,
                                        &inflection) == XC_BAD_RULE,
                      "%s", tables[i]);
        ck_assert_ptr_null(inflection);
    }
    xc_arena_release(&arena);
}
END_TEST

START_TEST(inflection_empty_table_leaves_the_rules)
{
    struct xc_arena arena;
    const struct xc_inflection *inflection = NULL;
    struct xc_str_vec forms = {NULL, 0, 0};
    static const struct row row = {"go", "go goed goes going", "went"};

    xc_arena_init(&arena);
    ck_assert_int_eq(
        xc_inflection_new(XC_STR("# none\n\n"), XC_STR("\r\n"), &arena, &inflection),
        XC_OK);
    ck_assert_int_eq(
        xc_inflection_forms(inflection, XC_STR("go"), false, &arena, &forms), XC_OK);
    check_row(&row, &forms);
    xc_arena_release(&arena);
}
END_TEST

/* Any bytes may be a key: long runs of one letter, high bytes, NUL. */
START_TEST(inflection_odd_bytes_give_at_least_the_key)
{
    struct xc_arena arena;
    const struct xc_inflection *inflection;
    char bytes[256];
    int c;

    xc_arena_init(&arena);
    inflection = load(&arena);
    for (c = 0; c < 256; c++) {
        struct xc_str_vec forms = {NULL, 0, 0};
        size_t len = (size_t)c % sizeof bytes + 1;
        size_t i;

        for (i = 0; i < len; i++)
            bytes[i] = (char)c;
        ck_assert_int_eq(xc_inflection_forms(inflection, (struct xc_str){bytes, len},
                                             false, &arena, &forms),
                         XC_OK);
        ck_assert_uint_ge(forms.n, 1);
        ck_assert(xc_str_equal(forms.items[0], (struct xc_str){bytes, len}));
    }
    xc_arena_release(&arena);
}
END_TEST

START_TEST(suffix_strip_marks_unlikely_stems_rare)
{
    static const struct {
        const char *word;
        const char *likely;
        const char *rare;
    } rows[] = {
        {"hopping", "hop", "hopp hoppe"},
        {"calling", "call", "cal calle"},
        {"enrolled", "enrol enroll", ""},
        {"loved", "love", "lov"},
        {"noticed", "notice", "notic"},
        {"handled", "handle", "handl"},
        {"walked", "walk", "walke"},
        {"changed", "chang change", ""},
        {"studied", "study", "studie"},
        {"tied", "ty tie", ""},
        {"string", "", ""},
        {"need", "", ""},
        {"glass", "", ""},
        {"bus", "", ""},
        {"his", "", ""},
        {"boxes", "box boxe", ""},
        {"glasses", "glass", "glasse"},
        {"ed", "", ""},
    };
    struct xc_arena arena;
    size_t i;

    xc_arena_init(&arena);
    for (i = 0; i < XC_COUNT(rows); i++) {
        struct xc_stem stems[XC_MAX_STEMS];
        struct xc_str_vec found[2] = {{NULL, 0, 0}, {NULL, 0, 0}};
        struct row likely = {rows[i].word, rows[i].likely, rows[i].rare};
        struct row rare = {rows[i].word, rows[i].rare, rows[i].likely};
        size_t n = 0;
        size_t k;

        ck_assert(xc_suffix_strip(xc_str_of(rows[i].word), &arena, stems, &n));
        for (k = 0; k < n; k++) {
            struct xc_str *slot = XC_VEC_ADD(&found[stems[k].rare ? 1 : 0], &arena);

            ck_assert_ptr_nonnull(slot);
            *slot = stems[k].base;
        }
        check_row(&likely, &found[0]);
        check_row(&rare, &found[1]);
        ck_assert_msg((n == 0) == (*rows[i].likely == '\0' && *rows[i].rare == '\0'),
                      "%s has %zu stems", rows[i].word, n);
    }
    xc_arena_release(&arena);
}
END_TEST

int
main(void)
{
    const TTest *const tests[] = {
        inflection_any_form_gives_all_forms,
        inflection_name_is_only_extended,
        inflection_form_gives_its_bases,
        inflection_forms_stand_key_first_then_sorted_each_once,
        inflection_forms_are_appended_to_the_list,
        inflection_bad_table_is_refused,
        inflection_empty_table_leaves_the_rules,
        inflection_odd_bytes_give_at_least_the_key,
        suffix_strip_marks_unlikely_stems_rare,
        NULL,
    };

    return suite_run("inflection", tests);
}
