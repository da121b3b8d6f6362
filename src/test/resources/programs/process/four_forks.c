// shows: n forks in a row make 2 to the n processes
// order: lines

#include <stdio.h>
#include <unistd.h>

int main(void)
{
    int a = fork() != 0;
    int b = fork() != 0;
    int c = fork() != 0;
    int d = fork() != 0;
    printf("%d%d%d%d\n", a, b, c, d);
}
