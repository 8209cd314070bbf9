/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Feeds files to a harness: replay FOLDER..., each with at least one file in it.
 *
 * Every file is copied into memory of exactly its size, so that a sanitizer sees the first
 * byte that is read beyond it.
 */
#include "config.h"

#include "harness.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>

enum { MOST_BYTES = 1 << 24 };

/* Runs the harness on the file; false when it can't be read, which is told. */
static bool
replay_file(const char *path)
{
    FILE *file = fopen(path, "rb");
    uint8_t *bytes = malloc(MOST_BYTES);
    uint8_t *exact = NULL;
    size_t n = 0;
    bool ok = file != NULL && bytes != NULL;

    if (ok) {
        n = fread(bytes, 1, MOST_BYTES, file);
        ok = ferror(file) == 0 && n < MOST_BYTES;
    }
    if (file != NULL)
        (void)fclose(file);
    if (ok)
        exact = malloc(n == 0 ? 1 : n);
    if (exact != NULL) {
        memcpy(exact, bytes, n);
        free(bytes);
        bytes = NULL;
        (void)LLVMFuzzerTestOneInput(exact, n);
    } else {
        (void)fprintf(stderr, "%s: can't be read, or is too large\n", path);
    }
    free(exact);
    free(bytes);
    return exact != NULL;
}

/* Runs it on every file of the folder; false when there is none, or one failed. */
static bool
replay_folder(const char *folder)
{
    DIR *dir = opendir(folder);
    const struct dirent *entry;
    char path[4096];
    size_t n = 0;
    bool ok = true;

    while (dir != NULL && (entry = readdir(dir)) != NULL) {
        if (entry->d_name[0] == '.')
            continue;
        if ((size_t)snprintf(path, sizeof path, "%s/%s", folder, entry->d_name) >=
            sizeof path)
            abort();
        /* Named first: when the harness aborts, this says on which file. */
        (void)printf("%s\n", path);
        (void)fflush(stdout);
        ok = replay_file(path) && ok;
        n++;
    }
    if (dir != NULL)
        (void)closedir(dir);
    if (n == 0)
        (void)fprintf(stderr, "%s: no seeds\n", folder);
    return ok && n > 0;
}

int
main(int argc, char **argv)
{
    static const uint8_t nothing[1];
    bool ok = argc > 1;
    int i;

    /* As libFuzzer does: the one input that no file of a corpus is likely to be. */
    (void)LLVMFuzzerTestOneInput(nothing, 0);
    for (i = 1; i < argc; i++)
        ok = replay_folder(argv[i]) && ok;
    if (argc < 2)
        (void)fprintf(stderr, "usage: %s FOLDER...\n", argv[0]);
    return ok ? EXIT_SUCCESS : EXIT_FAILURE;
}
