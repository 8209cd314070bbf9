/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "io/output.h"

#include <dirent.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/vec.h"
#include "suite.h"

static struct xc_arena arena;
static struct xc_problems problems;
static char folder[64];

static void
setup(void)
{
    xc_arena_init(&arena);
    xc_problems_init(&problems, &arena);
    (void)signal(SIGPIPE, SIG_IGN);
    (void)umask(022);
    (void)snprintf(folder, sizeof folder, "xclaim-test-XXXXXX");
    ck_assert_ptr_nonnull(mkdtemp(folder));
}

static void
teardown(void)
{
    char command[192];

    xc_arena_release(&arena);
    (void)snprintf(command, sizeof command, "chmod -R u+rwx %s; rm -rf %s", folder,
                   folder);
    ck_assert_int_eq(system(command), 0); /* NOLINT(cert-env33-c): a test's clean-up */
}

static struct xc_str
at(const char *name)
{
    return xc_arena_printf(&arena, "%s/%s", folder, name);
}

/* The whole file, or "(none)". */
static const char *
content(const char *name)
{
    FILE *file = fopen(at(name).ptr, "r");
    char *bytes = xc_arena_alloc(&arena, 1 << 20);
    size_t n;

    if (file == NULL)
        return "(none)";
    n = fread(bytes, 1, (1 << 20) - 1, file);
    bytes[n] = '\0';
    (void)fclose(file);
    return bytes;
}

static void
write_file(const char *name, const char *text)
{
    FILE *file = fopen(at(name).ptr, "w");

    ck_assert_ptr_nonnull(file);
    ck_assert_int_ge(fputs(text, file), 0);
    ck_assert_int_eq(fclose(file), 0);
}

/* Names in the folder, hidden ones included. */
static size_t
count_names(void)
{
    DIR *dir = opendir(folder);
    size_t n = 0;

    ck_assert_ptr_nonnull(dir);
    while (readdir(dir) != NULL)
        n++;
    (void)closedir(dir);
    return n - 2;
}

static mode_t
mode_of(const char *name)
{
    struct stat info;

    ck_assert_int_eq(stat(at(name).ptr, &info), 0);
    return info.st_mode & 0777;
}

static enum xc_status
put(struct xc_str path, const char *text)
{
    struct xc_output *output;
    enum xc_status status = xc_output_open(path, &output, &problems);

    if (status != XC_OK)
        return status;
    xc_sink_text(xc_output_sink(output), text);
    return xc_output_commit(output, &problems);
}

START_TEST(output_new_file_appears_at_commit)
{
    struct xc_output *output;

    setup();
    ck_assert(xc_output_open(at("new"), &output, &problems) == XC_OK);
    xc_sink_text(xc_output_sink(output), "whole");
    ck_assert_str_eq(content("new"), "(none)");
    ck_assert(xc_output_commit(output, &problems) == XC_OK);
    ck_assert_str_eq(content("new"), "whole");
    ck_assert_uint_eq(mode_of("new"), 0644);
    ck_assert_uint_eq(count_names(), 1);
    ck_assert_uint_eq(problems.n, 0);
    teardown();
}
END_TEST

START_TEST(output_abandoned_leaves_all_as_it_was)
{
    struct xc_output *output;

    setup();
    write_file("old", "before");
    ck_assert(xc_output_open(at("old"), &output, &problems) == XC_OK);
    xc_sink_text(xc_output_sink(output), "half");
    xc_output_abandon(output);
    ck_assert_str_eq(content("old"), "before");
    ck_assert(xc_output_open(at("new"), &output, &problems) == XC_OK);
    xc_output_abandon(output);
    xc_output_abandon(NULL);
    ck_assert_uint_eq(count_names(), 1);
    teardown();
}
END_TEST

START_TEST(output_old_file_keeps_mode)
{
    setup();
    write_file("old", "a long text that is replaced");
    ck_assert_int_eq(chmod(at("old").ptr, 0640), 0);
    ck_assert(put(at("old"), "new") == XC_OK);
    ck_assert_str_eq(content("old"), "new");
    ck_assert_uint_eq(mode_of("old"), 0640);
    teardown();
}
END_TEST

START_TEST(output_link_stays_and_target_is_replaced)
{
    struct stat info;

    setup();
    ck_assert_int_eq(mkdir(at("sub").ptr, 0700), 0);
    write_file("sub/old", "old");
    ck_assert_int_eq(symlink("sub/second", at("first").ptr), 0);
    ck_assert_int_eq(symlink("old", at("sub/second").ptr), 0);
    ck_assert_int_eq(symlink("sub/fresh", at("dangling").ptr), 0);
    ck_assert_int_eq(symlink("loop", at("loop").ptr), 0);
    ck_assert(put(at("first"), "new") == XC_OK);
    ck_assert_str_eq(content("sub/old"), "new");
    ck_assert(put(at("dangling"), "made") == XC_OK);
    ck_assert_str_eq(content("sub/fresh"), "made");
    ck_assert_int_eq(lstat(at("first").ptr, &info), 0);
    ck_assert(S_ISLNK(info.st_mode));
    ck_assert_int_eq(lstat(at("dangling").ptr, &info), 0);
    ck_assert(S_ISLNK(info.st_mode));
    ck_assert(put(at("loop"), "x") == XC_IO_FAILED);
    teardown();
}
END_TEST

START_TEST(output_large_text_comes_whole)
{
    /* Around the size of the buffer. */
    static const size_t sizes[] = {1, 65535, 65536, 65537, 200000};
    struct xc_output *output;
    char *text;
    size_t i;
    size_t k;

    setup();
    text = xc_arena_alloc(&arena, 200001);
    for (i = 0; i < 200000; i++)
        text[i] = (char)('a' + i % 23);
    for (i = 0; i < XC_COUNT(sizes); i++) {
        const struct xc_str whole = {text, sizes[i]};

        ck_assert(xc_output_open(at("f"), &output, &problems) == XC_OK);
        xc_sink_put(xc_output_sink(output), whole);
        for (k = 0; k < whole.len; k += 777)
            xc_sink_put(
                xc_output_sink(output),
                xc_str_sub(whole, k, whole.len - k < 777 ? whole.len - k : 777));
        ck_assert(xc_output_commit(output, &problems) == XC_OK);
        ck_assert_uint_eq(strlen(content("f")), 2 * whole.len);
        ck_assert_int_eq(memcmp(content("f"), text, whole.len), 0);
        ck_assert_int_eq(memcmp(content("f") + whole.len, text, whole.len), 0);
    }
    teardown();
}
END_TEST

START_TEST(output_refused_path_is_told)
{
    static const struct {
        const char *name;
        const char *message;
    } rows[] = {
        {"missing/file", "can't be written: no such file or folder"},
        {"text/file", "can't be written: part of the path is no folder"},
        {"folder", "can't be written: is a folder"},
    };
    size_t i;

    setup();
    write_file("text", "x");
    ck_assert_int_eq(mkdir(at("folder").ptr, 0700), 0);
    for (i = 0; i < XC_COUNT(rows); i++) {
        ck_assert_msg(put(at(rows[i].name), "x") == XC_IO_FAILED, "%s", rows[i].name);
        ck_assert_msg(problems.n == i + 1 && strstr(problems.items[i].message.ptr,
                                                    rows[i].message) != NULL,
                      "%s: %s", rows[i].name, problems.items[i].message.ptr);
    }
    ck_assert(put(XC_STR(""), "x") == XC_IO_FAILED);
    if (geteuid() != 0) {
        ck_assert_int_eq(chmod(at("text").ptr, 0444), 0);
        ck_assert(put(at("text"), "y") == XC_IO_FAILED);
        ck_assert_str_eq(content("text"), "x");
    }
    teardown();
}
END_TEST

START_TEST(output_full_device_fails)
{
    struct xc_output *output;
    struct stat info;

    setup();
    ck_assert(put(XC_STR("/dev/full"), "x") == XC_IO_FAILED);
    ck_assert_ptr_nonnull(strstr(problems.items[0].message.ptr, "no space left"));
    ck_assert_int_eq(stat("/dev/full", &info), 0);
    ck_assert(S_ISCHR(info.st_mode));
    /* The failure is told when the buffer is first emptied, and stays. */
    ck_assert(xc_output_open(XC_STR("/dev/full"), &output, &problems) == XC_OK);
    xc_sink_repeat(xc_output_sink(output), 'x', 100000);
    ck_assert(xc_output_sink(output)->failed);
    ck_assert(xc_output_commit(output, &problems) == XC_IO_FAILED);
    ck_assert(put(XC_STR("/dev/null"), "x") == XC_OK);
    teardown();
}
END_TEST

START_TEST(output_pipe_is_written_in_place)
{
    char text[8] = "";
    struct stat info;
    int fd;

    setup();
    ck_assert_int_eq(mkfifo(at("pipe").ptr, 0600), 0);
    fd = open(at("pipe").ptr, O_RDWR);
    ck_assert(put(at("pipe"), "hello") == XC_OK);
    ck_assert_int_eq(read(fd, text, sizeof text), 5);
    ck_assert_str_eq(text, "hello");
    ck_assert_int_eq(stat(at("pipe").ptr, &info), 0);
    ck_assert(S_ISFIFO(info.st_mode));
    (void)close(fd);
    teardown();
}
END_TEST

START_TEST(output_standard_output_failure_is_told)
{
    const int saved = dup(STDOUT_FILENO);
    int ends[2];

    setup();
    ck_assert_int_eq(pipe(ends), 0);
    (void)close(ends[0]);
    ck_assert_int_eq(dup2(ends[1], STDOUT_FILENO), STDOUT_FILENO);
    ck_assert(put(XC_STR("-"), "x") == XC_IO_FAILED);
    (void)close(ends[1]);
    ck_assert_ptr_nonnull(strstr(problems.items[0].message.ptr, "broken pipe"));
    ends[1] = open(at("out").ptr, O_WRONLY | O_CREAT, 0600);
    ck_assert_int_eq(dup2(ends[1], STDOUT_FILENO), STDOUT_FILENO);
    ck_assert(put(XC_STR("-"), "one ") == XC_OK);
    ck_assert(put(XC_STR("-"), "two") == XC_OK);
    ck_assert_int_eq(dup2(saved, STDOUT_FILENO), STDOUT_FILENO);
    (void)close(ends[1]);
    (void)close(saved);
    ck_assert_str_eq(content("out"), "one two");
    teardown();
}
END_TEST

int
main(void)
{
    const TTest *const tests[] = {
        output_new_file_appears_at_commit,
        output_abandoned_leaves_all_as_it_was,
        output_old_file_keeps_mode,
        output_link_stays_and_target_is_replaced,
        output_large_text_comes_whole,
        output_refused_path_is_told,
        output_full_device_fails,
        output_pipe_is_written_in_place,
        output_standard_output_failure_is_told,
        NULL,
    };

    return suite_run("output", tests);
}
