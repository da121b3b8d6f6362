// shows: fork inside larger expressions
// order: lines

#include <stdio.h>
#include <unistd.h>

int main(void)
{
    int r = (fork() ? 1 : 2) * (fork() == 0 ? 10 : 20);
    printf("%d %d\n", r, !fork() + !fork());
    return 0;
}
