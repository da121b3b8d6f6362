// shows: two pipes, one in each direction: processes taking turns

#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void)
{
    int there[2], back[2];
    char ball;
    setvbuf(stdout, NULL, _IOLBF, 0);
    pipe(there);
    pipe(back);
    if (fork() == 0) {
        close(there[1]);
        close(back[0]);
        while (read(there[0], &ball, 1) == 1) {
            printf("child  %d\n", ball);
            ball++;
            write(back[1], &ball, 1);
        }
        _exit(0);
    }
    close(there[0]);
    close(back[1]);
    for (ball = 1; ball < 6;) {
        printf("parent %d\n", ball);
        write(there[1], &ball, 1);
        read(back[0], &ball, 1);
        ball++;
    }
    close(there[1]);
    wait(NULL);
    printf("over at %d\n", ball);
    return 0;
}
