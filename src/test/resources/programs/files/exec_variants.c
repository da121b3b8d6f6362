// shows: six ways to run another program

#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void)
{
    char *arguments[] = {"echo", "from", "a", "vector", NULL};
    char *environment[] = {"WORD=changed", NULL};
    for (int way = 0; way < 6; way++) {
        fflush(stdout);
        if (fork() == 0) {
            switch (way) {
            case 0: execl("/bin/echo", "echo", "execl", (char *) NULL);
            case 1: execlp("echo", "echo", "execlp", "two", (char *) NULL);
            case 2: execv("/bin/echo", arguments);
            case 3: execvp("echo", arguments);
            case 4: execle("/bin/sh", "sh", "-c", "echo $WORD", (char *) NULL, environment);
            case 5: execve("/bin/sh", (char *[]){"sh", "-c", "exit 3", NULL}, environment);
            }
            perror("exec");
            _exit(127);
        }
        int status;
        wait(&status);
        printf("%d\n", WEXITSTATUS(status));
    }
    return 0;
}
