// shows: fgets stops at a newline, at its size or at the end, and keeps the newline
// stdin: short\n12345678\nexactly\n\nlast without end

#include <stdio.h>
#include <string.h>

int main(void)
{
    char line[9];
    int n = 0;
    while (fgets(line, sizeof line, stdin) != NULL) {
        size_t length = strlen(line);
        int whole = length && line[length - 1] == '\n';
        if (whole) {
            line[length - 1] = '\0';
        }
        printf("%d [%s] %zu%s\n", ++n, line, length, whole ? "" : " cut");
    }
    printf("%s %d\n", line, feof(stdin) != 0);
    line[0] = 'x';
    printf("%d %c\n", fgets(line, 5, stdin) == NULL, line[0]);
    return 0;
}
