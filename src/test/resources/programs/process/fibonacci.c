// shows: Fibonacci numbers computed by processes which return them as exit statuses

#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

static int by_child(int n);

static int fibonacci(int n)
{
    return n < 2 ? n : by_child(n - 1) + by_child(n - 2);
}

static int by_child(int n)
{
    int status;
    pid_t pid = fork();
    if (pid == 0)
        exit(fibonacci(n));
    waitpid(pid, &status, 0);
    return WEXITSTATUS(status);
}

int main(void)
{
    for (int n = 0; n < 8; n++) {
        printf("%d ", fibonacci(n));
        fflush(stdout);
    }
    printf("\n");
    return 0;
}
