// shows: user, group and session numbers agree with each other

#include <stdio.h>
#include <unistd.h>

int main(void)
{
    printf("%d %d\n", getuid() == geteuid(), getgid() == getegid());
    printf("%d %d\n", getpid() > 0, getpid() == getpid());
    printf("%d %d\n", getpgrp() == getpgid(0), getpgrp() > 0);
    printf("%d\n", getsid(0) == getsid(getpid()));
    printf("%d\n", getppid() != getpid());
    char here[4096];
    printf("%d\n", getcwd(here, sizeof here) == here && here[0] == '/');
    return 0;
}
