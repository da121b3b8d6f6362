// shows: fnmatch and glob
#define _GNU_SOURCE
#include <fcntl.h>
#include <fnmatch.h>
#include <glob.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static void match(const char *pattern, const char *text, int flags)
{
    printf("%s %s %d: %s\n", pattern, text, flags, fnmatch(pattern, text, flags) == 0 ? "yes" : "no");
}

static void find(const char *pattern, int flags)
{
    glob_t found;
    int result = glob(pattern, flags, NULL, &found);
    printf("%s: %d", pattern, result);
    if (result == 0) {
        for (size_t i = 0; i < found.gl_pathc; i++)
            printf(" %s", found.gl_pathv[i]);
        globfree(&found);
    }
    printf("\n");
}

int main(void)
{
    match("*.c", "program.c", 0);
    match("*.c", ".c", FNM_PERIOD);
    match("*.c", ".c", 0);
    match("a?c", "abc", 0);
    match("a?c", "a/c", FNM_PATHNAME);
    match("*/b", "a/x/b", FNM_PATHNAME);
    match("*/b", "a/x/b", 0);
    match("[a-c]x", "bx", 0);
    match("[!a-c]x", "bx", 0);
    match("[[:digit:]]*", "7up", 0);
    match("\\*", "*", 0);
    match("\\*", "\\x", FNM_NOESCAPE);
    match("ABC", "abc", FNM_CASEFOLD);
    match("a", "a/b", FNM_LEADING_DIR);
    match("[", "[", 0);
    match("**a**", "bab", 0);

    char folder[] = "/tmp/patternsXXXXXX";
    mkdtemp(folder);
    chdir(folder);
    const char *names[] = {"one.c", "two.c", "two.h", ".hidden.c", "sub/three.c", "sub/four.h"};
    mkdir("sub", 0700);
    for (int i = 0; i < 6; i++)
        close(creat(names[i], 0600));
    find("*.c", 0);
    find("*", 0);
    find("*", GLOB_MARK);
    find(".*.c", 0);
    find("*/*.c", 0);
    find("s*/f*", 0);
    find("*.nothing", 0);
    find("*.nothing", GLOB_NOCHECK);
    find("{one,two}.{c,h}", GLOB_BRACE);
    find("one.c", 0);
    find("t[wx]o.?", 0);
    for (int i = 0; i < 6; i++)
        unlink(names[i]);
    rmdir("sub");
    chdir("/");
    rmdir(folder);
    return 0;
}
