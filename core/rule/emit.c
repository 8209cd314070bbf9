/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "rule/emit.h"

#include <stdio.h>
#include <string.h>

#include "base/limits.h"
#include "base/vec.h"

#define FIRST_BYTES ((size_t)256)

bool
xc_emit_ok(const struct xc_emitter *emitter)
{
    return !emitter->failed && !emitter->too_large;
}

static void
put(struct xc_emitter *emitter, const char *bytes, size_t len)
{
    if (!xc_emit_ok(emitter))
        return;
    if (len > XC_MAX_PATTERN_SOURCE_BYTES - emitter->len) {
        emitter->too_large = true;
        return;
    }
    if (len > emitter->cap - emitter->len) {
        size_t cap = emitter->cap == 0 ? FIRST_BYTES : emitter->cap;
        char *text;

        while (cap - emitter->len < len)
            cap *= 2;
        text = xc_arena_alloc(emitter->arena, cap);
        if (text == NULL) {
            emitter->failed = true;
            return;
        }
        if (emitter->len > 0)
            memcpy(text, emitter->text, emitter->len);
        emitter->text = text;
        emitter->cap = cap;
    }
    memcpy(emitter->text + emitter->len, bytes, len);
    emitter->len += len;
}

void
xc_emit_text(struct xc_emitter *emitter, const char *text)
{
    put(emitter, text, xc_str_of(text).len);
}

void
xc_emit_format(struct xc_emitter *emitter, const char *format, ...)
{
    char buffer[128]; /* fixed words and a few numbers */
    va_list args;
    int len;

    va_start(args, format);
    len = vsnprintf(buffer, sizeof buffer, format, args);
    va_end(args);
    if (len < 0 || (size_t)len >= sizeof buffer)
        emitter->failed = true;
    else
        put(emitter, buffer, (size_t)len);
}

void
xc_emit_literal(struct xc_emitter *emitter, struct xc_str bytes)
{
    size_t i;

    for (i = 0; i < bytes.len; i++) {
        char c = bytes.ptr[i];
        bool is_plain = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') ||
                        (c >= 'A' && c <= 'Z') || (unsigned char)c >= 0x80;

        if (!is_plain)
            put(emitter, "\\", 1);
        put(emitter, &c, 1);
    }
}

size_t
xc_emit_group(struct xc_emitter *emitter)
{
    put(emitter, "(", 1);
    return emitter->n_groups++;
}

size_t
xc_emit_capture(struct xc_emitter *emitter, struct xc_capture_use use)
{
    struct xc_capture_use *slot = XC_VEC_ADD(&emitter->captures, emitter->arena);

    use.sequence = emitter->sequence;
    use.group = xc_emit_group(emitter);
    if (slot == NULL)
        emitter->failed = true;
    else
        *slot = use;
    return use.group;
}

size_t
xc_emit_marker(struct xc_emitter *emitter)
{
    size_t group = xc_emit_group(emitter);

    put(emitter, ")", 1);
    return group;
}

size_t
xc_emit_next_group(const struct xc_emitter *emitter)
{
    return emitter->n_groups;
}

size_t *
xc_emit_numbers(struct xc_emitter *emitter, size_t n)
{
    size_t *numbers = xc_arena_array(emitter->arena, n, sizeof *numbers);

    if (numbers == NULL)
        emitter->failed = true;
    return numbers;
}
