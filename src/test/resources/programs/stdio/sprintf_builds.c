// shows: sprintf into one's own array, piece by piece

#include <stdio.h>

int main(void)
{
    char text[64];
    char *end = text;
    for (int i = 0; i < 5; i++) {
        end += sprintf(end, i ? ", %d" : "%d", i * i);
    }
    printf("%s (%ld)\n", text, (long) (end - text));
    int n = sprintf(text, "%s/%d/status", "/proc", 123);
    printf("%s %d\n", text, n);
    n = sprintf(text, "a%cb", 0);
    printf("%s %d %c\n", text, n, text[2]);
    sprintf(text, "%c%c%c", 'x', 'y', 'z');
    puts(text);
    return 0;
}
