/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "web/charset.h"

#include <string.h>

#include "base/limits.h"
#include "base/vec.h"
#include "data/utf8.h"
#include "data/wide.h"

/*
 * The encodings of the web and their labels, by the Encoding Standard (WHATWG), less the
 * ones that it refuses to decode.  Where it reads a charset as a larger one (gb2312 as
 * gb18030), so does this.  A meta element that can be read is no UTF-16, whatever it says.
 */
static const struct {
    const char *label;  /* the standard's name, for people */
    const char *name;   /* iconv's */
    const char *labels; /* each between two spaces */
} encodings[] = {
    {"UTF-8", "UTF-8",
     " unicode-1-1-utf-8 unicode11utf8 unicode20utf8 utf-8 utf8 x-unicode20utf8 "
     "csunicode iso-10646-ucs-2 ucs-2 unicode unicodefeff utf-16 utf-16le "
     "unicodefffe utf-16be utf-32 utf-32le utf-32be "},
    {"windows-1252", "CP1252",
     " ansi_x3.4-1968 ascii cp1252 cp819 csisolatin1 ibm819 iso-8859-1 iso-ir-100 "
     "iso8859-1 iso88591 iso_8859-1 iso_8859-1:1987 l1 latin1 us-ascii windows-1252 "
     "x-cp1252 x-user-defined "},
    {"iso-8859-2", "ISO-8859-2",
     " csisolatin2 iso-8859-2 iso-ir-101 iso8859-2 iso88592 iso_8859-2 "
     "iso_8859-2:1987 l2 latin2 "},
    {"iso-8859-3", "ISO-8859-3",
     " csisolatin3 iso-8859-3 iso-ir-109 iso8859-3 iso88593 iso_8859-3 "
     "iso_8859-3:1988 l3 latin3 "},
    {"iso-8859-4", "ISO-8859-4",
     " csisolatin4 iso-8859-4 iso-ir-110 iso8859-4 iso88594 iso_8859-4 "
     "iso_8859-4:1988 l4 latin4 "},
    {"iso-8859-5", "ISO-8859-5",
     " csisolatincyrillic cyrillic iso-8859-5 iso-ir-144 iso8859-5 iso88595 "
     "iso_8859-5 iso_8859-5:1988 "},
    {"iso-8859-6", "ISO-8859-6",
     " arabic asmo-708 csiso88596e csiso88596i csisolatinarabic ecma-114 iso-8859-6 "
     "iso-8859-6-e iso-8859-6-i iso-ir-127 iso8859-6 iso88596 iso_8859-6 "
     "iso_8859-6:1987 "},
    {"iso-8859-7", "ISO-8859-7",
     " csisolatingreek ecma-118 elot_928 greek greek8 iso-8859-7 iso-ir-126 iso8859-7 "
     "iso88597 iso_8859-7 iso_8859-7:1987 sun_eu_greek "},
    {"iso-8859-8", "ISO-8859-8",
     " csiso88598e csiso88598i csisolatinhebrew hebrew iso-8859-8 iso-8859-8-e "
     "iso-8859-8-i iso-ir-138 iso8859-8 iso88598 iso_8859-8 iso_8859-8:1988 logical "
     "visual "},
    {"iso-8859-10", "ISO-8859-10",
     " csisolatin6 iso-8859-10 iso-ir-157 iso8859-10 iso885910 l6 latin6 "},
    {"iso-8859-13", "ISO-8859-13", " iso-8859-13 iso8859-13 iso885913 "},
    {"iso-8859-14", "ISO-8859-14", " iso-8859-14 iso8859-14 iso885914 "},
    {"iso-8859-15", "ISO-8859-15",
     " csisolatin9 iso-8859-15 iso8859-15 iso885915 iso_8859-15 l9 "},
    {"iso-8859-16", "ISO-8859-16", " iso-8859-16 "},
    {"koi8-r", "KOI8-R", " cskoi8r koi koi8 koi8-r koi8_r "},
    {"koi8-u", "KOI8-U", " koi8-ru koi8-u "},
    {"macintosh", "MACINTOSH", " csmacintosh mac macintosh x-mac-roman "},
    {"x-mac-cyrillic", "MAC-CYRILLIC", " x-mac-cyrillic x-mac-ukrainian "},
    {"ibm866", "CP866", " 866 cp866 csibm866 ibm866 "},
    {"windows-874", "CP874",
     " dos-874 iso-8859-11 iso8859-11 iso885911 tis-620 windows-874 "},
    {"windows-1250", "CP1250", " cp1250 windows-1250 x-cp1250 "},
    {"windows-1251", "CP1251", " cp1251 windows-1251 x-cp1251 "},
    {"windows-1253", "CP1253", " cp1253 windows-1253 x-cp1253 "},
    {"windows-1254", "CP1254",
     " cp1254 csisolatin5 iso-8859-9 iso-ir-148 iso8859-9 iso88599 iso_8859-9 "
     "iso_8859-9:1989 l5 latin5 windows-1254 x-cp1254 "},
    {"windows-1255", "CP1255", " cp1255 windows-1255 x-cp1255 "},
    {"windows-1256", "CP1256", " cp1256 windows-1256 x-cp1256 "},
    {"windows-1257", "CP1257", " cp1257 windows-1257 x-cp1257 "},
    {"windows-1258", "CP1258", " cp1258 windows-1258 x-cp1258 "},
    {"gb18030", "GB18030",
     " chinese csgb2312 csiso58gb231280 gb18030 gb2312 gb_2312 gb_2312-80 gbk "
     "iso-ir-58 x-gbk "},
    {"big5", "BIG5-HKSCS", " big5 big5-hkscs cn-big5 csbig5 x-x-big5 "},
    {"euc-jp", "EUC-JP", " cseucpkdfmtjapanese euc-jp x-euc-jp "},
    {"iso-2022-jp", "ISO-2022-JP", " csiso2022jp iso-2022-jp "},
    {"shift_jis", "CP932",
     " csshiftjis ms932 ms_kanji shift-jis shift_jis sjis windows-31j x-sjis "},
    {"euc-kr", "CP949",
     " cseuckr csksc56011987 euc-kr iso-ir-149 korean ks_c_5601-1987 ks_c_5601-1989 "
     "ksc5601 ksc_5601 windows-949 "},
};

enum { LONGEST_LABEL = 40 };

static bool
is_space(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\f' || c == '\r';
}

static bool
is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static char
lower(char c)
{
    if (c >= 'A' && c <= 'Z')
        return (char)(c - 'A' + 'a');
    return c;
}

/* Whether text has word, which is in lower case, at off, in whatever case. */
static bool
has_at(struct xc_str text, size_t off, const char *word)
{
    const size_t len = strlen(word);
    size_t i;

    if (off > text.len || text.len - off < len)
        return false;
    for (i = 0; i < len; i++) {
        if (lower(text.ptr[off + i]) != word[i])
            return false;
    }
    return true;
}

bool
xc_charset_named(struct xc_str label, struct xc_charset *out)
{
    char wanted[LONGEST_LABEL + 2];
    size_t i;

    label = xc_str_trim(label);
    if (label.len == 0 || label.len > LONGEST_LABEL)
        return false;
    wanted[0] = ' ';
    for (i = 0; i < label.len; i++) {
        /* A space would find two labels that stand side by side. */
        if (label.ptr[i] <= ' ')
            return false;
        wanted[i + 1] = lower(label.ptr[i]);
    }
    wanted[label.len + 1] = ' ';
    for (i = 0; i < XC_COUNT(encodings); i++) {
        const char *labels = encodings[i].labels;

        if (memmem(labels, strlen(labels), wanted, label.len + 2) != NULL) {
            *out = (struct xc_charset){.name = encodings[i].name,
                                       .label = encodings[i].label};
            return true;
        }
    }
    return false;
}

/* What a document was found to declare so far. */
struct search {
    struct xc_str head; /* the bytes that are looked at */
    size_t off;
    struct xc_charset found; /* name NULL: nothing usable */
    struct xc_str unknown;   /* the first label that nobody knows */
};

/* Takes the label when it is known; else remembers it to be told. */
static bool
take_label(struct search *search, struct xc_str label)
{
    if (xc_charset_named(label, &search->found))
        return true;
    if (search->unknown.len == 0)
        search->unknown = xc_str_trim(label);
    return false;
}

struct attribute {
    struct xc_str name;
    struct xc_str value;
};

/* Moves off past white space and the bytes of others. */
static void
skip(struct search *search, const char *others)
{
    while (search->off < search->head.len) {
        const char c = search->head.ptr[search->off];

        if (!is_space(c) && (c == '\0' || strchr(others, c) == NULL))
            return;
        search->off++;
    }
}

/* The bytes up to one of the ends, white space too when asked. */
static struct xc_str
take_until(struct search *search, const char *ends, bool or_space)
{
    const size_t from = search->off;

    while (search->off < search->head.len) {
        const char c = search->head.ptr[search->off];

        if ((or_space && is_space(c)) || (c != '\0' && strchr(ends, c) != NULL))
            break;
        search->off++;
    }
    return xc_str_sub(search->head, from, search->off - from);
}

/* The tag's next attribute; false at the tag's end. */
static bool
next_attribute(struct search *search, struct attribute *out)
{
    skip(search, "/");
    if (search->off >= search->head.len || search->head.ptr[search->off] == '>')
        return false;
    out->name = take_until(search, "=/>", true);
    out->value = XC_STR("");
    skip(search, "");
    if (search->off >= search->head.len)
        return false;
    if (search->head.ptr[search->off] != '=')
        return true;
    search->off++;
    skip(search, "");
    if (search->off < search->head.len && (search->head.ptr[search->off] == '"' ||
                                           search->head.ptr[search->off] == '\'')) {
        const char quote[] = {search->head.ptr[search->off], '\0'};

        search->off++;
        out->value = take_until(search, quote, false);
        search->off += search->off < search->head.len;
    } else {
        out->value = take_until(search, ">", true);
    }
    return true;
}

/* The label in "text/html; charset=utf-8"; "" when there is none. */
static struct xc_str
label_in_content(struct xc_str content)
{
    struct search search = {.head = content};

    for (; search.off < content.len; search.off++) {
        char quote[2] = {'\0', '\0'};

        if (!has_at(content, search.off, "charset"))
            continue;
        search.off += strlen("charset");
        skip(&search, "");
        if (search.off >= content.len)
            break;
        if (content.ptr[search.off] != '=') {
            search.off--;
            continue;
        }
        search.off++;
        skip(&search, "");
        if (search.off < content.len &&
            (content.ptr[search.off] == '"' || content.ptr[search.off] == '\'')) {
            quote[0] = content.ptr[search.off++];
            return take_until(&search, quote, false);
        }
        return take_until(&search, ";", true);
    }
    return XC_STR("");
}

/* Reads the attributes of a meta element; true: it declares a charset that is known. */
static bool
read_meta(struct search *search)
{
    struct xc_str charset = {NULL, 0};
    struct xc_str content = {NULL, 0};
    bool is_content_type = false;
    struct attribute attribute;

    while (next_attribute(search, &attribute)) {
        const struct xc_str name = attribute.name;

        if (name.len == 7 && has_at(name, 0, "charset") && charset.ptr == NULL)
            charset = attribute.value;
        else if (name.len == 7 && has_at(name, 0, "content") && content.ptr == NULL)
            content = attribute.value;
        else if (name.len == 10 && has_at(name, 0, "http-equiv"))
            is_content_type |=
                attribute.value.len == 12 && has_at(attribute.value, 0, "content-type");
    }
    if (charset.ptr == NULL && is_content_type && content.ptr != NULL)
        charset = label_in_content(content);
    return charset.len > 0 && take_label(search, charset);
}

/* Passes over a comment, whose "-->" may share its dashes with "<!--". */
static void
skip_comment(struct search *search)
{
    search->off += 2;
    while (search->off < search->head.len && !has_at(search->head, search->off, "-->"))
        search->off++;
    search->off += 2;
}

/* Looks for a meta element that declares a known charset (HTML, "prescan a byte
 * stream"). */
static bool
search_meta(struct search *search)
{
    struct attribute unused;

    for (; search->off < search->head.len; search->off++) {
        const struct xc_str rest =
            xc_str_sub(search->head, search->off, search->head.len - search->off);

        if (rest.ptr[0] != '<' || rest.len < 2)
            continue;
        if (has_at(rest, 0, "<!--")) {
            skip_comment(search);
        } else if (has_at(rest, 0, "<meta") && rest.len > 5 &&
                   (is_space(rest.ptr[5]) || rest.ptr[5] == '/')) {
            search->off += 5;
            if (read_meta(search))
                return true;
        } else if (is_letter(rest.ptr[1]) ||
                   (rest.ptr[1] == '/' && rest.len > 2 && is_letter(rest.ptr[2]))) {
            (void)take_until(search, ">", true);
            while (next_attribute(search, &unused))
                ;
        } else if (rest.ptr[1] == '!' || rest.ptr[1] == '/' || rest.ptr[1] == '?') {
            (void)take_until(search, ">", false);
        }
    }
    return false;
}

/* Looks at the XML declaration: <?xml version="1.0" encoding="iso-8859-1"?> */
static bool
search_xml(struct search *search)
{
    const char *const word = "encoding";
    struct xc_str declaration;
    struct xc_str label;
    size_t off;

    search->off = 0;
    if (!has_at(search->head, 0, "<?xml"))
        return false;
    declaration = take_until(search, ">", false);
    for (off = 0; off < declaration.len; off++) {
        char quote[2] = {'\0', '\0'};

        if (!has_at(declaration, off, word) || !is_space(declaration.ptr[off - 1]))
            continue;
        search->off = off + strlen(word);
        skip(search, "=");
        if (search->off >= declaration.len)
            return false;
        quote[0] = declaration.ptr[search->off];
        if (quote[0] != '"' && quote[0] != '\'')
            return false;
        search->off++;
        label = take_until(search, quote, false);
        return search->off < declaration.len && take_label(search, label);
    }
    return false;
}

/* Tells by the bytes alone: UTF-8 unless more of them speak against it than for it. */
static struct xc_charset
guess(struct xc_str bytes)
{
    struct xc_charset guessed;
    size_t n_good = 0; /* characters of several bytes */
    size_t n_bad = 0;
    size_t off = 0;

    while (off < bytes.len) {
        uint32_t c;
        const size_t len = xc_utf8_decode(bytes, off, &c);

        n_good += len > 1;
        n_bad += len == 0;
        off += len == 0 ? 1 : len;
    }
    (void)xc_charset_named(n_good >= n_bad ? XC_STR("utf-8") : XC_STR("windows-1252"),
                           &guessed);
    guessed.guessed = n_bad > 0;
    return guessed;
}

/* The charset of bytes, whose mark, meta elements (when asked) and declaration tell. */
static struct xc_charset
detect(struct xc_str bytes, bool html)
{
    struct search search = {.head = bytes};
    struct xc_charset found;

    if (xc_str_starts(bytes, "\xEF\xBB\xBF")) {
        (void)xc_charset_named(XC_STR("utf-8"), &found);
        return found;
    }
    if (search.head.len > XC_MAX_CHARSET_SCAN_BYTES)
        search.head.len = XC_MAX_CHARSET_SCAN_BYTES;
    if ((html && search_meta(&search)) || search_xml(&search))
        return search.found;
    found = guess(bytes);
    found.unknown = search.unknown;
    return found;
}

struct xc_charset
xc_charset_html(struct xc_str bytes)
{
    return detect(bytes, true);
}

struct xc_charset
xc_charset_xml(struct xc_str bytes)
{
    return detect(bytes, false);
}

const char *
xc_charset_wide(struct xc_str bytes)
{
    const size_t looked_at = bytes.len < 64 ? bytes.len & ~(size_t)1 : 64;
    const char *marked = xc_wide_name(xc_wide_by_mark(bytes));
    size_t n_even = 0;
    size_t n_odd = 0;
    size_t i;

    if (marked != NULL)
        return marked;
    for (i = 0; i < looked_at; i++) {
        if (bytes.ptr[i] == '\0' && i % 2 == 0)
            n_even++;
        else if (bytes.ptr[i] == '\0')
            n_odd++;
    }
    if (looked_at >= 8 && (n_even == 0) != (n_odd == 0) &&
        n_even + n_odd >= looked_at / 2 - 1)
        return "UTF-16";
    return NULL;
}
