// shows: strdup and strndup allocate copies of their own

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int main(void)
{
    const char *text = "original";
    char *copy = strdup(text);
    copy[0] = 'O';
    printf("%s %s\n", text, copy);
    char *part = strndup(text, 4);
    printf("%s %zu\n", part, strlen(part));
    char *all = strndup(text, 100);
    printf("%s\n", all);
    free(copy);
    free(part);
    free(all);
    return 0;
}
