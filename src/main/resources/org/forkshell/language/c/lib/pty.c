#include <fcntl.h>
#include <pty.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

int openpty(int *controller, int *terminal, char *name, const struct termios *modes, const struct winsize *size) {
    char path[32];
    int ours = posix_openpt(O_RDWR | O_NOCTTY), theirs;
    if (ours < 0)
        return -1;
    if (unlockpt(ours) < 0 || ptsname_r(ours, path, sizeof path) != 0
            || (theirs = __open(path, O_RDWR | O_NOCTTY, 0)) < 0) {
        close(ours);
        return -1;
    }
    if (modes)
        tcsetattr(theirs, TCSAFLUSH, modes);
    if (size)
        __ioctl(theirs, TIOCSWINSZ, (long)size);
    *controller = ours;
    *terminal = theirs;
    if (name)
        strcpy(name, path);
    return 0;
}

int login_tty(int fd) {
    setsid();
    if (__ioctl(fd, TIOCSCTTY, 0) < 0)
        return -1;
    dup2(fd, 0);
    dup2(fd, 1);
    dup2(fd, 2);
    if (fd > 2)
        close(fd);
    return 0;
}

int forkpty(int *controller, char *name, const struct termios *modes, const struct winsize *size) {
    int ours, theirs;
    pid_t pid;
    if (openpty(&ours, &theirs, name, modes, size) < 0)
        return -1;
    pid = fork();
    if (pid == 0) {
        close(ours);
        if (login_tty(theirs) < 0)
            _exit(1);
        return 0;
    }
    close(theirs);
    if (pid < 0)
        close(ours);
    else
        *controller = ours;
    return pid;
}
