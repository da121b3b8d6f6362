// shows: wait(NULL) and wait(0) collect without asking how it ended

#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

int main()
{
    pid_t a = fork();
    if (a == 0) exit(1);
    printf("%d\n", wait(NULL) == a);
    pid_t b = fork();
    if (b == 0) abort();
    printf("%d\n", wait(0) == b);
    printf("%d\n", wait((int *) 0));
    return 0;
}
