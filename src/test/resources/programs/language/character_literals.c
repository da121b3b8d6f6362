// shows: escapes in character and string literals, and characters as int

#include <stdio.h>

int main(void)
{
    printf("%d %d %d %d %d\n", 'A', '0', ' ', '\n', '\0');
    printf("%d %d %d %d %d %d\n", '\a', '\b', '\t', '\v', '\f', '\r');
    printf("%d %d %d %d\n", '\\', '\'', '"', '\"');
    printf("%d %d %d %d\n", '\101', '\x41', '\7', '\e');
    printf("%d\n", '?' == '\?');
    printf("%d\n", 'ab');
    printf("%zu\n", sizeof('A'));
    char s[] = "\1012\x41\60\0after";
    printf("%s %zu\n", s, sizeof s);
    printf("tab\there \"quoted\" back\\slash\n");
    printf("%c%c%c\n", 'a' + 1, 'z' - 1, '0' + 7);
    return 0;
}
