// shows: after fork both share the position in an open file; opened separately they do not
// curriculum: claim 13

#include <fcntl.h>
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void)
{
    char c;
    int fd = open("letters", O_RDWR | O_CREAT | O_TRUNC, 0600);
    write(fd, "abcdef", 6);
    lseek(fd, 0, SEEK_SET);
    int own = open("letters", O_RDONLY);
    if (fork() == 0) {
        char three[3];
        read(fd, three, 3);
        close(fd);
        int mine = open("letters", O_RDONLY);
        read(mine, three, 2);
        _exit(0);
    }
    wait(NULL);
    read(fd, &c, 1);
    printf("%c %ld\n", c, (long) lseek(fd, 0, SEEK_CUR));
    read(own, &c, 1);
    printf("%c\n", c);
    unlink("letters");
    return 0;
}
