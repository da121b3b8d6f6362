// shows: who exists in which round when a loop forks twice
// curriculum: B2
// order: lines

#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void)
{
    char name[20] = "P";
    int children = 0;
    setvbuf(stdout, NULL, _IOLBF, 0);
    printf("i  process  role    parent is right\n");
    for (int i = 0; i < 2; i++) {
        pid_t me = getpid();
        pid_t pid = fork();
        if (pid == 0) {
            sprintf(name + strlen(name), ".%d", children + 1);
            children = 0;
            printf("%d  %-7s  child   %d\n", i, name, getppid() == me);
        } else {
            children++;
            printf("%d  %-7s  parent  %d\n", i, name, pid > 0 && getpid() == me);
        }
    }
    while (wait(NULL) > 0)
        ;
    return 0;
}
