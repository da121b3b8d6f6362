// shows: the parent writes into a pipe, the child reads until the writing end is closed

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void)
{
    int ends[2];
    if (pipe(ends) == -1) {
        perror("pipe");
        exit(1);
    }
    if (fork() == 0) {
        char buffer[8];
        ssize_t n, total = 0;
        close(ends[1]);
        while ((n = read(ends[0], buffer, sizeof buffer)) > 0)
            total += n;
        printf("child read %zd bytes, then %zd\n", total, n);
        close(ends[0]);
        exit(0);
    }
    close(ends[0]);
    const char *text = "through the pipe and out";
    printf("parent wrote %zd\n", write(ends[1], text, strlen(text)));
    fflush(stdout);
    close(ends[1]);
    wait(NULL);
    return 0;
}
