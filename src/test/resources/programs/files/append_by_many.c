// shows: five processes append to one file without losing a line

#include <fcntl.h>
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void)
{
    int fd = open("log", O_CREAT | O_WRONLY | O_APPEND, 0600);
    for (int i = 0; i < 5; i++) {
        if (fork() == 0) {
            for (int k = 0; k < 20; k++)
                dprintf(fd, "process %d line %02d\n", i, k);
            _exit(0);
        }
    }
    while (wait(NULL) > 0)
        ;
    printf("%ld bytes\n", (long) lseek(fd, 0, SEEK_END));
    unlink("log");
    return 0;
}
