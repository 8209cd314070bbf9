/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Makes calls to the system fail, one after another; preloaded by torture.py.
 *
 * Every call that may fail (the table `kinds`) is counted.  In a sweep the process forks
 * in front of each: in the child that call fails — once, or with all later ones of its
 * kind — while the parent waits, notes how the child ended, undoes what it left behind,
 * and goes on undisturbed.  So the way to call n is gone once, not n times.  Once a file
 * was opened for writing, a child would write into it or rename it, too: calls from there
 * on are only noted, and torture.py runs the program anew with TORTURE_AT.  So it is with
 * calls while iconv loads a conversion.
 *
 *     TORTURE_DIR     a folder for what comes out: log, and per ending a file by its hash
 *     TORTURE_OUTPUT  the file that the program writes (-o); DIR/before is its old content
 *     TORTURE_AT      fail this call, counted from 1, instead of sweeping
 *     TORTURE_MODE    with it: once, lasting, interrupted or short
 *
 * Each block of memory remembers the call site that asked for it; DIR/live, written at
 * exit, counts the blocks and files still held, by call site.
 *
 * Writing to standard error never fails: somebody has to tell.
 */
#include <dirent.h>
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <iconv.h>
#include <signal.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

enum { SECONDS = 20, MOST_FILES = 64, MOST_SITES = 512, LOG_FD = 200 };

enum kind {
    KIND_ALLOCATE,
    KIND_OPEN,
    KIND_READ,
    KIND_WRITE,
    KIND_CLOSE,
    KIND_FSYNC,
    KIND_RENAME,
    KIND_FOLDER,
    KIND_STAT,
    KIND_DUP,
    KIND_PRINT
};

static const struct {
    const char *name;
    int errnum;
} kinds[] = {
    [KIND_ALLOCATE] = {"allocate", ENOMEM},
    [KIND_OPEN] = {"open", EIO},
    [KIND_READ] = {"read", EIO},
    [KIND_WRITE] = {"write", ENOSPC},
    [KIND_CLOSE] = {"close", EIO},
    [KIND_FSYNC] = {"fsync", EIO},
    [KIND_RENAME] = {"rename", EACCES},
    [KIND_FOLDER] = {"folder", EIO},
    [KIND_STAT] = {"stat", EIO},
    [KIND_DUP] = {"dup", EMFILE},
    [KIND_PRINT] = {"print", ENOSPC},
};

enum mode { MODE_NONE, MODE_ONCE, MODE_LASTING, MODE_INTERRUPTED, MODE_SHORT };

static const char *const modes[] = {
    [MODE_NONE] = "none",       [MODE_ONCE] = "once",
    [MODE_LASTING] = "lasting", [MODE_INTERRUPTED] = "interrupted",
    [MODE_SHORT] = "short",
};

/* What stands before each block. */
struct block {
    struct block *next;
    struct block *previous;
    const void *site; /* who asked for it */
    uintptr_t magic;  /* its own address, as a block of this file */
};

/* glibc's own, under the names that nobody puts another function before. */
extern void *__libc_malloc(size_t n_bytes);
extern void *__libc_calloc(size_t n, size_t size);
extern void *__libc_realloc(void *at, size_t n_bytes);
extern void __libc_free(void *at);

static struct {
    bool counting;
    bool busy; /* inside this file: nothing counts */
    long n_calls;
    long fail_at; /* 0: none */
    enum mode mode;
    enum kind kind; /* of the call that failed first */
    bool failed;
    bool sweeping;
    bool writing; /* a file was opened for it */
    bool loading; /* the loader works, and holds a lock that no child could take */
    const char *folder;
    const char *output;
    struct block blocks;
} torture = {.blocks = {.next = &torture.blocks, .previous = &torture.blocks}};

#define REAL(name)                                                                     \
    static __typeof__(name) *real;                                                     \
    if (real == NULL)                                                                  \
    real = (__typeof__(name) *)dlsym(RTLD_NEXT, #name)

static void
give_up(const char *what)
{
    (void)dprintf(STDERR_FILENO, "torture: %s: %s\n", what, strerror(errno));
    _exit(125);
}

/* DIR/name in a buffer that holds until the next call but one. */
static const char *
in_folder(const char *name)
{
    static char paths[2][4096];
    static int which;
    char *path = paths[which ^= 1];

    (void)snprintf(path, sizeof paths[0], "%s/%s", torture.folder, name);
    return path;
}

/* The bytes of a file hashed (FNV-1a); 0 when there is none. */
static uint64_t
hash_file(const char *path)
{
    uint64_t hash = 14695981039346656037u;
    unsigned char bytes[16384];
    ssize_t n;
    ssize_t i;
    int fd = open(path, O_RDONLY);

    if (fd < 0)
        return 0;
    while ((n = read(fd, bytes, sizeof bytes)) > 0) {
        for (i = 0; i < n; i++)
            hash = (hash ^ bytes[i]) * 1099511628211u;
    }
    (void)close(fd);
    return hash;
}

/* Keeps a file under its hash, which is returned, for torture.py to read. */
static uint64_t
keep_file(const char *path)
{
    const uint64_t hash = hash_file(path);
    char name[32];

    (void)snprintf(name, sizeof name, "%016llx", (unsigned long long)hash);
    if (hash != 0 && link(path, in_folder(name)) != 0 && errno != EEXIST)
        give_up("can't keep a file");
    return hash;
}

/* Makes fd a new file in the folder that begins with what was written to it so far. */
static void
redirect(int fd, const char *name)
{
    const char *path = in_folder(name);
    char bytes[16384];
    off_t off = 0;
    ssize_t n;
    int to;

    (void)unlink(path);
    to = open(path, O_RDWR | O_CREAT | O_EXCL, 0600);
    if (to < 0)
        give_up(path);
    while ((n = pread(fd, bytes, sizeof bytes, off)) > 0) {
        if (write(to, bytes, (size_t)n) != n)
            give_up(path);
        off += n;
    }
    if (dup2(to, fd) < 0)
        give_up(path);
    (void)close(to);
}

/* Where the files of the process stand; false when one has no place to return to. */
static bool
note_places(off_t places[MOST_FILES])
{
    int fd;

    for (fd = 0; fd < MOST_FILES; fd++) {
        places[fd] = -1;
        if (fd == STDOUT_FILENO || fd == STDERR_FILENO || fcntl(fd, F_GETFD) < 0)
            continue;
        places[fd] = lseek(fd, 0, SEEK_CUR);
        if (places[fd] < 0)
            return false;
    }
    return true;
}

/* Puts the files back to where they stood, and the output to what it was. */
static void
undo(const off_t places[MOST_FILES])
{
    int fd;

    for (fd = 0; fd < MOST_FILES; fd++) {
        if (places[fd] >= 0)
            (void)lseek(fd, places[fd], SEEK_SET);
    }
    if (torture.output != NULL) {
        (void)unlink(torture.output);
        if (link(in_folder("before"), torture.output) != 0 && errno != ENOENT)
            give_up("can't restore the output");
    }
}

static void
note_child(pid_t pid, enum kind kind, enum mode mode, int status)
{
    const uint64_t out = keep_file(in_folder("out"));
    const uint64_t err = keep_file(in_folder("err"));
    const uint64_t live = keep_file(in_folder("live"));
    const uint64_t file = torture.output == NULL ? 0 : keep_file(torture.output);

    (void)dprintf(LOG_FD, "%ld %s %s %ld %d %d %016llx %016llx %016llx %016llx\n",
                  torture.n_calls, kinds[kind].name, modes[mode], (long)pid,
                  WIFSIGNALED(status) ? WTERMSIG(status) : 0,
                  WIFEXITED(status) ? WEXITSTATUS(status) : -1, (unsigned long long)out,
                  (unsigned long long)err, (unsigned long long)live,
                  (unsigned long long)file);
}

/* Forks a child in which the present call fails.  True in the child. */
static bool
try_failure(enum kind kind, enum mode mode, const off_t places[MOST_FILES])
{
    const struct rlimit none = {0, 0};
    int status = 0;
    pid_t pid;

    pid = _Fork();
    if (pid < 0)
        give_up("can't fork");
    if (pid == 0) {
        redirect(STDOUT_FILENO, "out");
        redirect(STDERR_FILENO, "err");
        (void)unlink(in_folder("live"));
        (void)setrlimit(RLIMIT_CORE, &none);
        (void)alarm(SECONDS);
        torture.sweeping = false;
        torture.fail_at = torture.n_calls;
        torture.mode = mode;
        return true;
    }
    while (waitpid(pid, &status, 0) < 0) {
        if (errno != EINTR)
            give_up("can't wait");
    }
    note_child(pid, kind, mode, status);
    undo(places);
    return false;
}

/* Lets the present call fail in children, in each way that its kind knows. */
static void
sweep(enum kind kind)
{
    const bool can_be_cut = kind == KIND_READ || kind == KIND_WRITE;
    const enum mode last = can_be_cut ? MODE_SHORT : MODE_LASTING;
    off_t places[MOST_FILES];
    int mode;

    if (torture.writing || torture.loading || !note_places(places)) {
        for (mode = MODE_ONCE; mode <= (int)last; mode++)
            (void)dprintf(LOG_FD, "%ld %s %s again\n", torture.n_calls,
                          kinds[kind].name, modes[mode]);
        return;
    }
    for (mode = MODE_ONCE; mode <= (int)last; mode++) {
        if (try_failure(kind, (enum mode)mode, places))
            return;
    }
}

/* Counts a call; the way in which it is to fail. */
static enum mode
pass(enum kind kind)
{
    const int kept = errno;
    enum mode mode = MODE_NONE;

    if (!torture.counting || torture.busy)
        return MODE_NONE;
    torture.busy = true;
    torture.n_calls++;
    if (torture.sweeping)
        sweep(kind);
    if (torture.n_calls == torture.fail_at) {
        torture.kind = kind;
        torture.failed = true;
        mode = torture.mode;
    } else if (torture.failed && torture.mode == MODE_LASTING && torture.kind == kind) {
        mode = MODE_LASTING;
    }
    torture.busy = false;
    errno = kept;
    return mode;
}

/* Counts a call that can only fail or not. */
static bool
fails(enum kind kind)
{
    const enum mode mode = pass(kind);

    if (mode != MODE_ONCE && mode != MODE_LASTING)
        return false;
    errno = kinds[kind].errnum;
    return true;
}

/* Memory. */

static void *
hold(struct block *block, const void *site)
{
    if (block == NULL)
        return NULL;
    block->site = site;
    block->magic = (uintptr_t)block;
    block->next = torture.blocks.next;
    block->previous = &torture.blocks;
    block->next->previous = block;
    torture.blocks.next = block;
    return block + 1;
}

/* The block of what hold returned, let go; NULL for what came from elsewhere. */
static struct block *
let_go(void *at)
{
    struct block *block = (struct block *)at - 1;

    if (block->magic != (uintptr_t)block)
        return NULL;
    block->magic = 0;
    block->next->previous = block->previous;
    block->previous->next = block->next;
    return block;
}

void *
malloc(size_t n_bytes)
{
    if (fails(KIND_ALLOCATE) || n_bytes > SIZE_MAX - sizeof(struct block))
        return NULL;
    return hold(__libc_malloc(n_bytes + sizeof(struct block)),
                __builtin_return_address(0));
}

void *
calloc(size_t n, size_t size)
{
    if (fails(KIND_ALLOCATE) || (size != 0 && n > SIZE_MAX / 2 / size))
        return NULL;
    return hold(__libc_calloc(1, n * size + sizeof(struct block)),
                __builtin_return_address(0));
}

void *
realloc(void *at, size_t n_bytes)
{
    const void *site = __builtin_return_address(0);
    struct block *block;
    struct block *grown;

    if (fails(KIND_ALLOCATE) || n_bytes > SIZE_MAX - sizeof *block)
        return NULL;
    if (at == NULL)
        return hold(__libc_malloc(n_bytes + sizeof *block), site);
    block = let_go(at);
    if (block == NULL)
        return __libc_realloc(at, n_bytes);
    grown = __libc_realloc(block, n_bytes + sizeof *block);
    if (grown == NULL)
        (void)hold(block, block->site);
    return hold(grown, site);
}

void
free(void *at)
{
    struct block *block = at == NULL ? NULL : let_go(at);

    __libc_free(block == NULL ? at : block);
}

/* Files. */

int
open(const char *path, int flags, ...)
{
    mode_t mode = 0;
    va_list args;
    REAL(open);

    va_start(args, flags);
    if ((flags & O_CREAT) != 0)
        mode = va_arg(args, mode_t);
    va_end(args);
    if (fails(KIND_OPEN))
        return -1;
    torture.writing |=
        torture.counting && !torture.busy && (flags & O_ACCMODE) != O_RDONLY;
    return real(path, flags, mode);
}

ssize_t
read(int fd, void *buffer, size_t size)
{
    const enum mode mode = pass(KIND_READ);
    REAL(read);

    if (mode == MODE_ONCE || mode == MODE_LASTING || mode == MODE_INTERRUPTED) {
        errno = mode == MODE_INTERRUPTED ? EINTR : kinds[KIND_READ].errnum;
        return -1;
    }
    return real(fd, buffer, mode == MODE_SHORT && size > 1 ? 1 : size);
}

ssize_t
write(int fd, const void *buffer, size_t size)
{
    const enum mode mode = fd == STDERR_FILENO ? MODE_NONE : pass(KIND_WRITE);
    REAL(write);

    if (mode == MODE_ONCE || mode == MODE_LASTING || mode == MODE_INTERRUPTED) {
        errno = mode == MODE_INTERRUPTED ? EINTR : kinds[KIND_WRITE].errnum;
        return -1;
    }
    return real(fd, buffer, mode == MODE_SHORT && size > 1 ? 1 : size);
}

int
close(int fd)
{
    REAL(close);

    /* Whatever close says, the file is closed. */
    if (!fails(KIND_CLOSE))
        return real(fd);
    (void)real(fd);
    errno = kinds[KIND_CLOSE].errnum;
    return -1;
}

int
fsync(int fd)
{
    REAL(fsync);

    return fails(KIND_FSYNC) ? -1 : real(fd);
}

int
rename(const char *from, const char *to)
{
    REAL(rename);

    return fails(KIND_RENAME) ? -1 : real(from, to);
}

DIR *
opendir(const char *path)
{
    REAL(opendir);

    return fails(KIND_FOLDER) ? NULL : real(path);
}

struct dirent *
readdir(DIR *folder)
{
    REAL(readdir);

    return fails(KIND_FOLDER) ? NULL : real(folder);
}

int
stat(const char *path, struct stat *out)
{
    REAL(stat);

    return fails(KIND_STAT) ? -1 : real(path, out);
}

int
lstat(const char *path, struct stat *out)
{
    REAL(lstat);

    return fails(KIND_STAT) ? -1 : real(path, out);
}

int
fstat(int fd, struct stat *out)
{
    REAL(fstat);

    return fails(KIND_STAT) ? -1 : real(fd, out);
}

ssize_t
readlink(const char *path, char *buffer, size_t size)
{
    REAL(readlink);

    return fails(KIND_STAT) ? -1 : real(path, buffer, size);
}

int
fchmod(int fd, mode_t mode)
{
    REAL(fchmod);

    return fails(KIND_STAT) ? -1 : real(fd, mode);
}

int
dup(int fd)
{
    REAL(dup);

    return fails(KIND_DUP) ? -1 : real(fd);
}

iconv_t
iconv_open(const char *to, const char *from)
{
    iconv_t made;
    REAL(iconv_open);

    torture.loading = true;
    made = real(to, from);
    torture.loading = false;
    return made;
}

int
iconv_close(iconv_t conversion)
{
    int result;
    REAL(iconv_close);

    torture.loading = true;
    result = real(conversion);
    torture.loading = false;
    return result;
}

/* stdio writes by a way of its own: its calls fail as write would make them fail. */

static bool
print_fails(FILE *stream)
{
    if (stream == stderr || !fails(KIND_PRINT))
        return false;
    stream->_flags |= _IO_ERR_SEEN;
    return true;
}

size_t
fwrite(const void *bytes, size_t size, size_t n, FILE *stream)
{
    REAL(fwrite);

    return print_fails(stream) ? 0 : real(bytes, size, n, stream);
}

int
fflush(FILE *stream)
{
    REAL(fflush);

    return stream != NULL && print_fails(stream) ? EOF : real(stream);
}

/* The beginning and the end. */

static void
write_live(void)
{
    static struct {
        const void *site;
        size_t n;
    } sites[MOST_SITES];
    const struct block *block;
    size_t n_sites = 0;
    size_t n_open = 0;
    size_t i;
    FILE *file;
    int fd;

    for (block = torture.blocks.next; block != &torture.blocks; block = block->next) {
        for (i = 0; i < n_sites && sites[i].site != block->site; i++)
            continue;
        if (i == MOST_SITES)
            give_up("too many call sites");
        n_sites += i == n_sites;
        sites[i].site = block->site;
        sites[i].n++;
    }
    for (fd = 0; fd < MOST_FILES; fd++)
        n_open += fcntl(fd, F_GETFD) >= 0;
    file = fopen(in_folder("live"), "w");
    if (file == NULL)
        give_up("can't write what is live");
    for (i = 0; i < n_sites; i++) {
        Dl_info info = {0};

        (void)dladdr(sites[i].site, &info);
        fprintf(file, "%s+%#tx %zu\n", info.dli_fname == NULL ? "?" : info.dli_fname,
                (const char *)sites[i].site - (const char *)info.dli_fbase, sites[i].n);
    }
    fprintf(file, "files %zu\n", n_open);
    (void)fclose(file);
}

__attribute__((constructor)) static void
begin(void)
{
    const char *at = getenv("TORTURE_AT");
    const char *mode = getenv("TORTURE_MODE");
    int i;
    int fd;

    torture.folder = getenv("TORTURE_DIR");
    torture.output = getenv("TORTURE_OUTPUT");
    if (torture.folder == NULL)
        return;
    if (at == NULL) {
        fd = open(in_folder("log"), O_WRONLY | O_CREAT | O_APPEND, 0600);
        if (fd < 0 || dup3(fd, LOG_FD, O_CLOEXEC) < 0)
            give_up("can't open the log");
        (void)close(fd);
        torture.sweeping = true;
    } else {
        torture.fail_at = strtol(at, NULL, 10);
        for (i = MODE_ONCE; i <= MODE_SHORT; i++) {
            if (mode != NULL && strcmp(mode, modes[i]) == 0)
                torture.mode = (enum mode)i;
        }
    }
    torture.counting = true;
}

__attribute__((destructor)) static void
end(void)
{
    torture.busy = true;
    if (torture.folder != NULL)
        write_live();
}
