// shows: stdout sent into a pipe with dup2 and restored

#include <stdio.h>
#include <unistd.h>

int main(void)
{
    int ends[2], saved;
    char buffer[64];
    printf("one\n");
    fflush(stdout);
    saved = dup(1);
    pipe(ends);
    dup2(ends[1], 1);
    printf("two");
    fflush(stdout);
    dup2(saved, 1);
    ssize_t n = read(ends[0], buffer, sizeof buffer);
    printf("three, after [%.*s]\n", (int) n, buffer);
    return 0;
}
