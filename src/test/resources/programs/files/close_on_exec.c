// shows: descriptors stay open across exec unless marked
// curriculum: claims 22 and 23

#include <fcntl.h>
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

static void open_in_shell(void)
{
    fflush(stdout);
    if (fork() == 0) {
        execl("/bin/sh", "sh", "-c", "for n in 5 6 7; do test -e /proc/self/fd/$n && echo $n; done", NULL);
        _exit(127);
    }
    wait(NULL);
}

int main(void)
{
    int null = open("/dev/null", O_RDONLY);
    dup2(null, 5);
    dup2(null, 6);
    dup3(null, 7, O_CLOEXEC);
    open_in_shell();
    fcntl(5, F_SETFD, FD_CLOEXEC);
    printf("5 is marked\n");
    open_in_shell();
    printf("%d %d\n", fcntl(5, F_GETFD), fcntl(6, F_GETFD));
    return 0;
}
