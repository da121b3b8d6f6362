// shows: neighbouring literals join, a literal is an array with its final NUL

#include <stdio.h>
#include <string.h>

#define GREETING "well" " " "met"

int main(void)
{
    const char *joined = "one "
                         "two "
                         "three";
    puts(joined);
    puts(GREETING "!");
    printf("%zu %zu\n", sizeof "abc", strlen("abc"));
    printf("%zu %zu\n", sizeof "a\0b", strlen("a\0b"));
    printf("%c %c\n", "hello"[1], 2["hello"]);
    char copy[] = "hello";
    copy[0] = 'J';
    puts(copy);
    char fit[3] = "abc";
    printf("%.3s %zu\n", fit, sizeof fit);
    char wide[8] = "ab";
    printf("%d %d\n", wide[2], wide[7]);
    puts("split in the \
middle");
    printf("%s\n", *"empty" ? "full" : "none");
    puts("" "");
    puts("\x41" "B");
    return 0;
}
