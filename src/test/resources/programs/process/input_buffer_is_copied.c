// shows: what the parent has read ahead is copied: both read the same lines
// stdin: one\ntwo\nthree\n

#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void)
{
    char line[32];
    fgets(line, sizeof line, stdin);
    printf("first: %s", line);
    fflush(stdout);
    if (fork() == 0) {
        while (fgets(line, sizeof line, stdin))
            printf("child: %s", line);
        return 0;
    }
    wait(NULL);
    while (fgets(line, sizeof line, stdin))
        printf("parent: %s", line);
    return 0;
}
