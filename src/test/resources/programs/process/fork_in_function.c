// shows: a function that makes workers and gives them a function to run

#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

typedef int (*task)(int);

static int square(int n) { return n * n; }
static int triple(int n) { return n * 3; }

static pid_t start(task t, int argument)
{
    fflush(stdout);
    pid_t pid = fork();
    if (pid == 0)
        exit(t(argument));
    return pid;
}

static int finish(pid_t pid)
{
    int status;
    if (waitpid(pid, &status, 0) < 0 || !WIFEXITED(status))
        return -1;
    return WEXITSTATUS(status);
}

int main(void)
{
    struct {
        task run;
        int argument;
        pid_t pid;
    } jobs[] = {{square, 7}, {triple, 70}, {square, 15}, {abs, -9}};
    for (int i = 0; i < 4; i++)
        jobs[i].pid = start(jobs[i].run, jobs[i].argument);
    for (int i = 3; i >= 0; i--)
        printf("%d\n", finish(jobs[i].pid));
    printf("%d\n", finish(jobs[0].pid));
    return 0;
}
