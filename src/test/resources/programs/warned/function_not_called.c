// shows: a function's name without parentheses is an address, which is never 0
// warning: 12:9 fork
// warning: 15:9 getpid
// warning: 17:18 wait
// warning: 19:9 fork
// warning: 21:10 wait
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>
int main(void)
{
    if (fork == 0)
        puts("child");
    int x = 1;
    if (getpid)
        puts("always");
    if (x && 0 < wait)
        puts("an address");
    if (fork && x)
        puts("both");
    if (!(wait))
        puts("never");
    int (*f)(int) = 0;
    return f == main;
}
