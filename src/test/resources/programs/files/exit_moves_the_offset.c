// shows: exit gives back what stdin has read ahead from a file: the offset shared with the parent moves

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void)
{
    char line[16];
    int fd = open("input", O_RDWR | O_CREAT | O_TRUNC, 0600);
    write(fd, "one\ntwo\nthree\n", 14);
    lseek(fd, 0, SEEK_SET);
    dup2(fd, 0);
    fgets(line, sizeof line, stdin);
    printf("%s%ld\n", line, (long) lseek(0, 0, SEEK_CUR));
    fflush(stdout);
    if (fork() == 0)
        _exit(0);
    wait(NULL);
    printf("after _exit %ld\n", (long) lseek(0, 0, SEEK_CUR));
    fflush(stdout);
    if (fork() == 0)
        exit(0);
    wait(NULL);
    printf("after exit %ld\n", (long) lseek(0, 0, SEEK_CUR));
    unlink("input");
    return 0;
}
