/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "io/file.h"

#include <sys/socket.h>
#include <sys/un.h>

#include "base/limits.h"
#include "base/vec.h"
#include "folder.h"

static enum xc_status
read_file(struct xc_str path, size_t max_bytes, struct xc_str *out)
{
    return xc_file_read(path, max_bytes, XC_PROBLEM_UNREADABLE, &arena, out, &problems);
}

START_TEST(file_bytes_come_whole)
{
    struct xc_str text = XC_STR("untouched");

    setup();
    write_file("a", (struct xc_str){"x\0y\n", 4});
    write_file("empty", XC_STR(""));
    ck_assert(read_file(at("a"), 4, &text) == XC_OK);
    ck_assert_uint_eq(text.len, 4);
    ck_assert_int_eq(memcmp(text.ptr, "x\0y\n", 5), 0);
    ck_assert(read_file(at("empty"), 4, &text) == XC_OK);
    ck_assert_uint_eq(text.len, 0);
    ck_assert_uint_eq(problems.n, 0);
    ck_assert(read_file(at("a"), 3, &text) == XC_BAD_INPUT);
    ck_assert_uint_eq(text.len, 0);
    ck_assert_ptr_nonnull(strstr(problems.items[0].message.ptr, "larger than 3"));
    teardown();
}
END_TEST

START_TEST(file_of_unknown_size_is_read)
{
    struct xc_str text;

    setup();
    /* The system says 0 bytes for these and has more. */
    ck_assert(read_file(XC_STR("/proc/self/status"), 1 << 20, &text) == XC_OK);
    ck_assert_uint_gt(text.len, 200);
    ck_assert(read_file(XC_STR("/proc/self/status"), 100, &text) == XC_BAD_INPUT);
    teardown();
}
END_TEST

static void
make_socket(const char *name)
{
    struct sockaddr_un address = {.sun_family = AF_UNIX};
    int fd = socket(AF_UNIX, SOCK_STREAM, 0);

    (void)snprintf(address.sun_path, sizeof address.sun_path, "%s", at(name).ptr);
    ck_assert_int_eq(bind(fd, (struct sockaddr *)&address, sizeof address), 0);
    (void)close(fd);
}

START_TEST(file_refusal_says_why)
{
    static const struct {
        const char *name;
        const char *message;
    } rows[] = {
        {"missing", "no such file or folder"},
        {"pipe", "is a named pipe, not a file"},
        {"folder", "is a folder, not a file"},
        {"socket", "is a socket"},
        {"dangling", "no such file or folder"},
        {"loop", "a loop of symbolic links"},
        {"text/below", "part of the path is no folder"},
    };
    struct xc_str text;
    size_t i;

    setup();
    write_file("text", XC_STR("x"));
    make_socket("socket");
    ck_assert_int_eq(mkfifo(at("pipe").ptr, 0600), 0);
    ck_assert_int_eq(mkdir(at("folder").ptr, 0700), 0);
    ck_assert_int_eq(symlink("nowhere", at("dangling").ptr), 0);
    ck_assert_int_eq(symlink("loop", at("loop").ptr), 0);
    for (i = 0; i < XC_COUNT(rows); i++) {
        ck_assert_msg(read_file(at(rows[i].name), 9, &text) == XC_BAD_INPUT, "%s",
                      rows[i].name);
        ck_assert_msg(problems.n == i + 1 && strstr(problems.items[i].message.ptr,
                                                    rows[i].message) != NULL,
                      "%s: %s", rows[i].name, problems.items[i].message.ptr);
        ck_assert_msg(xc_str_equal(problems.items[i].path, at(rows[i].name)), "%s",
                      rows[i].name);
    }
    ck_assert(read_file(XC_STR("/dev/zero"), 9, &text) == XC_BAD_INPUT);
    ck_assert_ptr_nonnull(strstr(problems.items[i].message.ptr, "is a device"));
    ck_assert(read_file((struct xc_str){"a\0b", 3}, 9, &text) == XC_BAD_INPUT);
    teardown();
}
END_TEST

START_TEST(file_exists_unless_it_is_known_to_be_missing)
{
    static const struct {
        const char *name;
        bool exists;
    } rows[] = {
        {"pipe", true},
        {"missing", false},
        {"pipe/below", false},
        {"loop/below", true}, /* nobody can know */
    };
    size_t i;

    setup();
    ck_assert_int_eq(mkfifo(at("pipe").ptr, 0600), 0);
    ck_assert_int_eq(symlink("loop", at("loop").ptr), 0);
    for (i = 0; i < XC_COUNT(rows); i++) {
        bool exists = !rows[i].exists;

        ck_assert(xc_file_exists(at(rows[i].name), &exists) == XC_OK);
        ck_assert_msg(exists == rows[i].exists, "%s", rows[i].name);
    }
    teardown();
}
END_TEST

START_TEST(file_without_permission_is_refused)
{
    struct xc_str text;

    setup();
    write_file("secret", XC_STR("x"));
    ck_assert_int_eq(chmod(at("secret").ptr, 0), 0);
    if (geteuid() != 0) {
        ck_assert(read_file(at("secret"), 9, &text) == XC_BAD_INPUT);
        ck_assert(xc_str_is(problems.items[0].message, "permission denied"));
    }
    teardown();
}
END_TEST

static const char *const endings[] = {".txt", ".yaml", NULL};

/* Joins the paths found below name, without the folder, by spaces. */
static struct xc_str
walk(const char *name, enum xc_status expected)
{
    struct xc_path_vec found = {NULL, 0, 0};
    struct xc_str all = XC_STR("");
    enum xc_status status;
    size_t i;

    status = xc_files_walk(at(name), endings, XC_PROBLEM_UNREADABLE, &arena, &found,
                           &problems);
    ck_assert_int_eq(status, expected);
    for (i = 0; i < found.n; i++)
        all = xc_arena_printf(&arena, "%s%s ", all.ptr,
                              found.items[i].ptr + strlen(folder) + 1);
    return all;
}

START_TEST(walk_finds_files_in_byte_order)
{
    static const char *const names[] = {
        "b.txt", "a.txt",        "B.TXT",      "sub/z.txt", "sub/.hidden",   "sub.txt",
        "x.png", "sources.yaml", ".git/a.txt", "r.yaml",    "sub/deep/1.txt"};
    size_t i;

    setup();
    ck_assert_int_eq(mkdir(at("sub").ptr, 0700), 0);
    ck_assert_int_eq(mkdir(at("sub/deep").ptr, 0700), 0);
    ck_assert_int_eq(mkdir(at(".git").ptr, 0700), 0);
    ck_assert_int_eq(mkdir(at("empty").ptr, 0700), 0);
    for (i = 0; i < XC_COUNT(names); i++)
        write_file(names[i], XC_STR("x"));
    ck_assert_str_eq(walk(".", XC_OK).ptr,
                     "./B.TXT ./a.txt ./b.txt ./r.yaml ./sub/deep/1.txt ./sub/z.txt "
                     "./sub.txt ");
    ck_assert_str_eq(walk("sub/", XC_OK).ptr, "sub/deep/1.txt sub/z.txt ");
    ck_assert_str_eq(walk("x.png", XC_OK).ptr, "x.png ");
    ck_assert_str_eq(walk("sources.yaml", XC_OK).ptr, "sources.yaml ");
    ck_assert_str_eq(walk(".git", XC_OK).ptr, ".git/a.txt ");
    ck_assert_str_eq(walk("empty", XC_OK).ptr, "");
    ck_assert_uint_eq(problems.n, 0);
    teardown();
}
END_TEST

START_TEST(walk_follows_links_and_ends_loops)
{
    setup();
    ck_assert_int_eq(mkdir(at("c").ptr, 0700), 0);
    ck_assert_int_eq(mkdir(at("c/sub").ptr, 0700), 0);
    write_file("c/a.txt", XC_STR("x"));
    write_file("far.txt", XC_STR("x"));
    ck_assert_int_eq(symlink("..", at("c/sub/up").ptr), 0);
    ck_assert_int_eq(symlink("../far.txt", at("c/link.txt").ptr), 0);
    ck_assert_int_eq(symlink("a.txt", at("c/b.txt").ptr), 0);
    ck_assert_str_eq(walk("c", XC_OK).ptr, "c/a.txt c/b.txt c/link.txt ");
    ck_assert_str_eq(walk("c/sub/up", XC_OK).ptr,
                     "c/sub/up/a.txt c/sub/up/b.txt c/sub/up/link.txt ");
    ck_assert_uint_eq(problems.n, 0);
    teardown();
}
END_TEST

START_TEST(walk_tells_what_it_passes)
{
    static const char *const messages[] = {"leads nowhere", "loop", "named pipe",
                                           "socket"};
    size_t i;

    setup();
    write_file("a.txt", XC_STR("x"));
    write_file("z.txt", XC_STR("x"));
    ck_assert_int_eq(symlink("nowhere", at("dangling.txt").ptr), 0);
    ck_assert_int_eq(symlink("loop.txt", at("loop.txt").ptr), 0);
    ck_assert_int_eq(mkfifo(at("pipe.txt").ptr, 0600), 0);
    make_socket("socket.txt");
    ck_assert_str_eq(walk(".", XC_OK).ptr, "./a.txt ./z.txt ");
    ck_assert_uint_eq(problems.n, XC_COUNT(messages));
    for (i = 0; i < XC_COUNT(messages); i++)
        ck_assert_msg(strstr(problems.items[i].message.ptr, messages[i]) != NULL, "%s",
                      problems.items[i].message.ptr);
    teardown();
}
END_TEST

START_TEST(walk_of_bad_path_is_bad_input)
{
    setup();
    ck_assert_int_eq(mkfifo(at("pipe").ptr, 0600), 0);
    ck_assert_int_eq(symlink("nowhere", at("dangling").ptr), 0);
    (void)walk("missing", XC_BAD_INPUT);
    (void)walk("pipe", XC_BAD_INPUT);
    (void)walk("dangling", XC_BAD_INPUT);
    ck_assert_uint_eq(problems.n, 3);
    if (geteuid() != 0) {
        ck_assert_int_eq(mkdir(at("closed").ptr, 0), 0);
        (void)walk("closed", XC_BAD_INPUT);
        ck_assert_str_eq(walk(".", XC_OK).ptr, "");
    }
    teardown();
}
END_TEST

START_TEST(walk_depth_is_bounded)
{
    struct xc_str path = XC_STR("d");
    size_t i;

    setup();
    for (i = 0; i <= XC_MAX_FOLDER_DEPTH + 1; i++) {
        ck_assert_int_eq(mkdir(at(path.ptr).ptr, 0700), 0);
        write_file(xc_arena_printf(&arena, "%s/a.txt", path.ptr).ptr, XC_STR("x"));
        path = xc_arena_printf(&arena, "%s/d", path.ptr);
    }
    path = walk("d", XC_OK);
    /* The folder named, and XC_MAX_FOLDER_DEPTH below it. */
    for (i = 0; path.len > 0; i++) {
        struct xc_str piece;

        ck_assert(xc_str_split(&path, ' ', &piece));
    }
    ck_assert_uint_eq(i, XC_MAX_FOLDER_DEPTH + 1);
    ck_assert_uint_eq(problems.n, 1);
    ck_assert_ptr_nonnull(strstr(problems.items[0].message.ptr, "too deep"));
    teardown();
}
END_TEST

int
main(void)
{
    const TTest *const tests[] = {
        file_exists_unless_it_is_known_to_be_missing,
        file_bytes_come_whole,
        file_of_unknown_size_is_read,
        file_refusal_says_why,
        file_without_permission_is_refused,
        walk_finds_files_in_byte_order,
        walk_follows_links_and_ends_loops,
        walk_tells_what_it_passes,
        walk_of_bad_path_is_bad_input,
        walk_depth_is_bounded,
        NULL,
    };

    return suite_run("file", tests);
}
