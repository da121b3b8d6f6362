// shows: a loop of forks that stops by itself after 16 processes, counted through exit statuses

#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void)
{
    pid_t root = getpid();
    int generation = 0, status, sum = 1;
    while (generation < 4) {
        fork();
        generation++;
    }
    while (wait(&status) != -1)
        sum += WEXITSTATUS(status);
    if (getpid() == root)
        printf("%d\n", sum);
    exit(sum);
}
