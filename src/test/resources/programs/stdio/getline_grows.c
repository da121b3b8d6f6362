// shows: getline makes room for a line of any length and returns it
// stdin: one\ntwo words\n\nxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx

#include <stdio.h>
#include <stdlib.h>
#include <sys/types.h>

int main(void)
{
    char *line = NULL;
    size_t size = 0;
    ssize_t n;
    while ((n = getline(&line, &size, stdin)) != -1) {
        printf("%zd %.10s%s", n, line, n > 10 || line[n - 1] != '\n' ? "...\n" : "");
    }
    printf("%zd %d\n", n, size > 120);
    free(line);
    return 0;
}
