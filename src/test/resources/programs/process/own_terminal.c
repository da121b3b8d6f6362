// shows: a pseudo-terminal of one's own: modes, size, foreground group, keys that send signals, and hanging up
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <pty.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <termios.h>
#include <unistd.h>

static void modes(int fd) {
    struct termios t;
    int i;
    printf("tcgetattr %d\n", tcgetattr(fd, &t));
    printf("%o %o %o %o %d:", t.c_iflag, t.c_oflag, t.c_cflag, t.c_lflag, t.c_line);
    for (i = 0; i < NCCS; i++)
        printf(" %d", t.c_cc[i]);
    printf("\nspeeds %d %d\n", cfgetispeed(&t) == B38400, cfgetospeed(&t) == B38400);
}

int main(void) {
    struct winsize size = {24, 80, 0, 0}, read_back;
    struct termios t;
    int master, slave, n, status;
    char text[200];
    pid_t child, group;
    setvbuf(stdout, NULL, _IONBF, 0);
    if (openpty(&master, &slave, NULL, NULL, &size) < 0)
        return 1;
    modes(slave);
    printf("size %d", ioctl(slave, TIOCGWINSZ, &read_back));
    printf(" %d %d\n", read_back.ws_row, read_back.ws_col);
    printf("terminal %d, name %d\n", isatty(slave), strncmp(ttyname(slave), "/dev/pts/", 9));
    tcgetattr(slave, &t);
    t.c_lflag &= ~(ICANON | ECHO);
    t.c_cc[VMIN] = 1;
    t.c_cc[VTIME] = 0;
    printf("tcsetattr %d\n", tcsetattr(slave, TCSANOW, &t));
    modes(slave);
    write(master, "x", 1);
    n = read(slave, text, sizeof text);
    printf("a key without newline: %d %.*s\n", n, n, text);
    cfmakeraw(&t);
    printf("raw %d\n", tcsetattr(slave, TCSAFLUSH, &t));
    modes(slave);
    printf("not mine: %d %s\n", tcgetpgrp(slave), strerror(errno));
    printf("no terminal: %d %s\n", tcgetattr(open("/dev/null", 0), &t), strerror(errno));
    printf("bad pointer: %d %s\n", ioctl(slave, TIOCGWINSZ, (void *)8), strerror(errno));
    printf("bad request: %d %s\n", tcsetattr(slave, 7, &t), strerror(errno));
    printf("waiting bytes %d\n", ioctl(slave, FIONREAD, &n));
    printf("%d flushed %d\n", n, tcflush(slave, TCIOFLUSH));
    close(slave);
    close(master);

    child = forkpty(&master, NULL, NULL, &size);
    if (child == 0) {
        signal(SIGTTOU, SIG_IGN);
        printf("session %d, group %d\n", getsid(0) == getpid(), tcgetpgrp(0) == getpid());
        group = fork();
        if (group == 0) {
            setpgid(0, 0);
            tcsetpgrp(0, getpid());
            printf("in front %d\n", tcgetpgrp(0) == getpid());
            pause();
            _exit(0);
        }
        setpgid(group, group);
        waitpid(group, &status, WUNTRACED);
        printf("stopped %d\n", WIFSTOPPED(status) ? WSTOPSIG(status) : -1);
        kill(-group, SIGCONT);
        printf("still %d\n", tcgetpgrp(0) == group);
        waitpid(group, &status, 0);
        printf("killed %d\n", WIFSIGNALED(status) ? WTERMSIG(status) : -1);
        printf("back %d\n", tcsetpgrp(0, getpgrp()));
        printf("sid %d\n", tcgetsid(0) == getpid());
        _exit(3);
    }
    FILE *from = fdopen(master, "r");
    while (fgets(text, sizeof text, from)) {
        text[strcspn(text, "\r\n")] = 0;
        printf("said: %s\n", text);
        if (strstr(text, "in front"))
            write(master, "\032", 1);
        if (strstr(text, "still"))
            write(master, "\003", 1);
    }
    printf("end of it: %s\n", strerror(errno));
    waitpid(child, &status, 0);
    printf("status %d\n", WEXITSTATUS(status));
    return 0;
}
