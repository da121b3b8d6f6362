// shows: strchr, strrchr, strstr, strspn, strcspn, strpbrk and memchr

#define _GNU_SOURCE
#include <stdio.h>
#include <string.h>

static void show(const char *s) { printf("[%s]\n", s ? s : "not found"); }

int main(void)
{
    const char *path = "/usr/bin/env";
    show(strchr(path, 'b'));
    show(strrchr(path, '/'));
    show(strchr(path, 'z'));
    printf("%zu\n", strlen(strchr(path, '\0')));
    show(strstr(path, "bin"));
    show(strstr(path, ""));
    show(strstr(path, "bind"));
    show(strstr("aaab", "aab"));
    printf("%zu %zu\n", strspn("12ab", "0123456789"), strspn("ab", "x"));
    printf("%zu %zu\n", strcspn("key=value", "="), strcspn("none", "="));
    show(strpbrk("one;two,three", ",;"));
    show(memchr("abc", 'b', 3));
    printf("%d\n", memchr("abc", 'c', 2) == NULL);
    char line[] = "ends in newline\n";
    line[strcspn(line, "\n")] = 0;
    show(line);
    show(strcasestr("Process", "PROC"));
    return 0;
}
