// shows: an array of pointers to strings, walked to its NULL

#include <stdio.h>

static const char *const days[] = {"Mon", "Tue", "Wed", NULL};

int main(void)
{
    for (const char *const *d = days; *d; d++) {
        printf("%s ", *d);
    }
    printf("%zu\n", sizeof days / sizeof days[0]);
    char *words[] = {"zero", "one", "two"};
    words[1] = "uno";
    printf("%s %c %c\n", words[1], words[2][1], *words[0]);
    char *keep = words[0];
    words[0] = words[2];
    words[2] = keep;
    printf("%s %s %s\n", words[0], words[1], words[2]);
    char **cursor = words;
    printf("%s %s %c\n", *cursor, *(cursor + 1), **(cursor + 2));
    printf("%c\n", *++*cursor);
    puts(words[0]);
    return 0;
}
