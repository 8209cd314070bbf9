/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "io/child.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/types.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/limits.h"
#include "io/stream.h"

enum { READ_BYTES = 64 << 10 };

/* The reading and the writing end; -1: closed. */
struct pipe {
    int ends[2];
};

static void
close_end(struct pipe *pipe, int end)
{
    if (pipe->ends[end] >= 0)
        (void)close(pipe->ends[end]);
    pipe->ends[end] = -1;
}

/* Opens *out with both ends above the three that the child's are put on: we may have been
 * started with one of those closed.  Returns 0 or the errno. */
static int
open_pipe(struct pipe *out)
{
    int errnum = 0;
    int end;

    if (pipe2(out->ends, O_CLOEXEC) != 0) {
        *out = (struct pipe){{-1, -1}};
        return errno;
    }
    for (end = 0; end < 2 && errnum == 0; end++) {
        int moved;

        if (out->ends[end] > STDERR_FILENO)
            continue;
        moved = fcntl(out->ends[end], F_DUPFD_CLOEXEC, STDERR_FILENO + 1);
        if (moved < 0)
            errnum = errno;
        close_end(out, end);
        out->ends[end] = moved;
    }
    return errnum;
}

/* Whether setting is one that LC_ALL=C is to replace. */
static bool
is_language(const char *setting)
{
    return strncmp(setting, "LC_ALL=", 7) == 0 || strncmp(setting, "LANGUAGE=", 9) == 0;
}

/* Our environment in the C locale, in arena; NULL when memory is short. */
static char **
make_environment(struct xc_arena *arena)
{
    char **settings;
    size_t n = 0;
    size_t i;

    while (environ != NULL && environ[n] != NULL)
        n++;
    settings = xc_arena_array(arena, n + 2, sizeof(char *));
    if (settings == NULL)
        return NULL;
    settings[0] = xc_arena_copy(arena, "LC_ALL=C", 8);
    if (settings[0] == NULL)
        return NULL;
    n = 1;
    for (i = 0; environ != NULL && environ[i] != NULL; i++) {
        if (!is_language(environ[i]))
            settings[n++] = environ[i];
    }
    return settings;
}

/* Copies of the NULL-ended words, which posix_spawn wants writable; NULL when memory is
 * short. */
static char **
copy_words(const char *const *words, struct xc_arena *arena)
{
    char **copies;
    size_t n = 0;
    size_t i;

    while (words[n] != NULL)
        n++;
    copies = xc_arena_array(arena, n + 1, sizeof(char *));
    for (i = 0; copies != NULL && i < n; i++) {
        copies[i] = xc_arena_copy(arena, words[i], strlen(words[i]));
        if (copies[i] == NULL)
            return NULL;
    }
    return copies;
}

/* Where the child's standard streams lead; what is open otherwise closes by itself. */
static int
direct(posix_spawn_file_actions_t *actions, const struct pipe *out,
       const struct pipe *err)
{
    int errnum = posix_spawn_file_actions_addopen(actions, STDIN_FILENO, "/dev/null",
                                                  O_RDONLY, 0);

    if (errnum == 0)
        errnum = posix_spawn_file_actions_adddup2(actions, out->ends[1], STDOUT_FILENO);
    if (errnum == 0)
        errnum = posix_spawn_file_actions_adddup2(actions, err->ends[1], STDERR_FILENO);
    return errnum;
}

/* A broken pipe ends the child, although we ignore the signal. */
static int
set_signals(posix_spawnattr_t *attributes)
{
    sigset_t defaults;
    int errnum;

    (void)sigemptyset(&defaults);
    (void)sigaddset(&defaults, SIGPIPE);
    errnum = posix_spawnattr_setsigdefault(attributes, &defaults);
    return errnum == 0 ? posix_spawnattr_setflags(attributes, POSIX_SPAWN_SETSIGDEF)
                       : errnum;
}

/* Starts the program; returns 0 or the errno. */
static int
start(const char *const *words, const struct pipe *out, const struct pipe *err,
      struct xc_arena *arena, pid_t *out_pid)
{
    posix_spawn_file_actions_t actions;
    posix_spawnattr_t attributes;
    char **argv = copy_words(words, arena);
    char **settings = make_environment(arena);
    int errnum;

    if (argv == NULL || settings == NULL)
        return ENOMEM;
    errnum = posix_spawn_file_actions_init(&actions);
    if (errnum != 0)
        return errnum;
    errnum = posix_spawnattr_init(&attributes);
    if (errnum == 0) {
        errnum = direct(&actions, out, err);
        if (errnum == 0)
            errnum = set_signals(&attributes);
        if (errnum == 0)
            errnum =
                posix_spawnp(out_pid, argv[0], &actions, &attributes, argv, settings);
        (void)posix_spawnattr_destroy(&attributes);
    }
    (void)posix_spawn_file_actions_destroy(&actions);
    return errnum;
}

/* Bytes read so far, in arena. */
struct taken {
    char *bytes;
    size_t n;
    size_t cap;
};

/* Makes room for READ_BYTES more and a NUL; false when memory is short. */
static bool
make_room(struct taken *taken, struct xc_arena *arena)
{
    size_t cap = taken->cap == 0 ? (size_t)READ_BYTES + 1 : taken->cap * 2;
    char *grown;

    if (taken->cap - taken->n > READ_BYTES)
        return true;
    grown = xc_arena_alloc(arena, cap);
    if (grown == NULL)
        return false;
    if (taken->n > 0)
        memcpy(grown, taken->bytes, taken->n);
    taken->bytes = grown;
    taken->cap = cap;
    return true;
}

/* Reads once from the pipe, which is ready, and closes it at its end.  At most max_bytes
 * are kept. */
static int
read_once(struct pipe *pipe, struct taken *taken, size_t max_bytes,
          struct xc_arena *arena)
{
    size_t n = 0;
    int errnum;

    if (!make_room(taken, arena))
        return ENOMEM;
    errnum = xc_stream_read(pipe->ends[0], taken->bytes + taken->n, READ_BYTES, &n);
    taken->n = taken->n + n < max_bytes ? taken->n + n : max_bytes;
    if (errnum == 0 && n == 0)
        close_end(pipe, 0);
    return errnum;
}

/* Reads both pipes to their ends, whichever is ready, so that neither blocks the child.
 * Returns 0 or the errno; EFBIG for more than max_bytes of output. */
static int
read_both(struct pipe *out, struct pipe *err, size_t max_bytes, struct xc_arena *arena,
          struct taken taken[2])
{
    while (out->ends[0] >= 0 || err->ends[0] >= 0) {
        struct pollfd waits[2] = {{.fd = out->ends[0], .events = POLLIN},
                                  {.fd = err->ends[0], .events = POLLIN}};
        int errnum = 0;

        if (poll(waits, 2, -1) < 0) {
            if (errno != EINTR)
                return errno;
            continue;
        }
        if (waits[0].revents != 0)
            errnum = read_once(out, &taken[0], max_bytes + 1, arena);
        if (errnum == 0 && waits[1].revents != 0)
            errnum = read_once(err, &taken[1], XC_MAX_FAILURE_BYTES, arena);
        if (errnum == 0 && taken[0].n > max_bytes)
            errnum = EFBIG;
        if (errnum != 0)
            return errnum;
    }
    return 0;
}

/* Waits for the child's end; its exit code, or 128 and the signal. */
static int
await(pid_t pid, int *out_code)
{
    int ended = 0;

    while (waitpid(pid, &ended, 0) < 0) {
        if (errno != EINTR)
            return errno;
    }
    *out_code = WIFEXITED(ended) ? WEXITSTATUS(ended) : 128 + WTERMSIG(ended);
    return 0;
}

/* Puts text into one line, in place. */
static struct xc_str
in_one_line(char *bytes, size_t n)
{
    size_t kept = 0;
    size_t i;

    for (i = 0; i < n; i++) {
        const bool is_space = bytes[i] == ' ' || (bytes[i] >= '\t' && bytes[i] <= '\r');

        if (!is_space)
            bytes[kept++] = bytes[i];
        else if (kept > 0 && bytes[kept - 1] != ' ')
            bytes[kept++] = ' ';
    }
    return xc_str_trim((struct xc_str){bytes, kept});
}

int
xc_child_run(const char *const *words, size_t max_bytes, struct xc_arena *arena,
             struct xc_child *out)
{
    struct taken taken[2] = {{NULL, 0, 0}, {NULL, 0, 0}};
    struct pipe printed = {{-1, -1}};
    struct pipe told = {{-1, -1}};
    bool started = false;
    pid_t pid = -1;
    int code = 0;
    int ended;
    int errnum = open_pipe(&printed);

    if (errnum == 0)
        errnum = open_pipe(&told);
    if (errnum == 0) {
        errnum = start(words, &printed, &told, arena, &pid);
        started = errnum == 0;
    }
    close_end(&printed, 1);
    close_end(&told, 1);
    if (errnum == 0)
        errnum = read_both(&printed, &told, max_bytes, arena, taken);
    /* Whoever writes to a pipe without a reader ends; who doesn't write is asked to. */
    close_end(&printed, 0);
    close_end(&told, 0);
    if (started && errnum != 0)
        (void)kill(pid, SIGTERM);
    if (started) {
        ended = await(pid, &code);
        errnum = errnum == 0 ? ended : errnum;
    }
    if (errnum != 0)
        return errnum;
    *out = (struct xc_child){.code = code};
    out->out = (struct xc_str){taken[0].n == 0 ? "" : taken[0].bytes, taken[0].n};
    if (taken[1].n > 0)
        out->words = in_one_line(taken[1].bytes, taken[1].n);
    return 0;
}
