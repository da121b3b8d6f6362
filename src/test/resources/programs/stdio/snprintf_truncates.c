// shows: snprintf cuts at its size, always ends with NUL and returns the full length

#include <stdio.h>
#include <string.h>

int main(void)
{
    char buffer[8];
    memset(buffer, '#', sizeof buffer);
    int n = snprintf(buffer, 5, "%s", "abcdefgh");
    printf("%d [%s] %c\n", n, buffer, buffer[5]);
    n = snprintf(buffer, sizeof buffer, "%d-%d", 1234, 5678);
    printf("%d [%s]\n", n, buffer);
    n = snprintf(buffer, 1, "x");
    printf("%d [%s]\n", n, buffer);
    n = snprintf(NULL, 0, "%s %d", "length", 100);
    printf("%d\n", n);
    buffer[0] = 'Z';
    n = snprintf(buffer, 0, "nothing");
    printf("%d %c\n", n, buffer[0]);
    n = snprintf(buffer, sizeof buffer, "1234567");
    printf("%d [%s]\n", n, buffer);
    n = snprintf(buffer, sizeof buffer, "%5.1f%%", 12.34);
    printf("%d [%s]\n", n, buffer);
    char line[32] = "";
    for (int i = 0; i < 4; i++) {
        snprintf(line + strlen(line), sizeof line - strlen(line), "P.%d ", i);
    }
    puts(line);
    return 0;
}
