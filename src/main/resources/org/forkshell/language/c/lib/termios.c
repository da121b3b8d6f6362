#include <bits/terminal.h>
#include <errno.h>
#include <string.h>
#include <termios.h>

/* What the kernel knows of it: fewer characters, and speeds among the flags. */
struct __modes { tcflag_t iflag; tcflag_t oflag; tcflag_t cflag; tcflag_t lflag; cc_t line; cc_t cc[19]; };

int tcgetattr(int fd, struct termios *modes) {
    struct __modes known;
    if (__ioctl(fd, TCGETS, (long)&known) < 0)
        return -1;
    modes->c_iflag = known.iflag;
    modes->c_oflag = known.oflag;
    modes->c_cflag = known.cflag;
    modes->c_lflag = known.lflag;
    modes->c_line = known.line;
    modes->c_ispeed = modes->c_ospeed = known.cflag & CBAUD;
    memset(modes->c_cc, 0, sizeof modes->c_cc);
    memcpy(modes->c_cc, known.cc, sizeof known.cc);
    return 0;
}

int tcsetattr(int fd, int when, const struct termios *modes) {
    struct __modes wanted;
    if (when < TCSANOW || when > TCSAFLUSH) {
        errno = EINVAL;
        return -1;
    }
    wanted.iflag = modes->c_iflag & ~020000000000;
    wanted.oflag = modes->c_oflag;
    wanted.cflag = modes->c_cflag;
    wanted.lflag = modes->c_lflag;
    wanted.line = modes->c_line;
    memcpy(wanted.cc, modes->c_cc, sizeof wanted.cc);
    return __ioctl(fd, TCSETS + when, (long)&wanted);
}

speed_t cfgetospeed(const struct termios *modes) {
    return modes->c_cflag & CBAUD;
}

speed_t cfgetispeed(const struct termios *modes) {
    return modes->c_iflag & 020000000000 ? 0 : modes->c_cflag & CBAUD;
}

int cfsetospeed(struct termios *modes, speed_t speed) {
    if (speed & ~CBAUD) {
        errno = EINVAL;
        return -1;
    }
    modes->c_ospeed = speed;
    modes->c_cflag = modes->c_cflag & ~CBAUD | speed;
    return 0;
}

/* Zero means the speed of output. */
int cfsetispeed(struct termios *modes, speed_t speed) {
    if (speed & ~CBAUD) {
        errno = EINVAL;
        return -1;
    }
    modes->c_ispeed = speed;
    if (speed == 0) {
        modes->c_iflag |= 020000000000;
    } else {
        modes->c_iflag &= ~020000000000;
        modes->c_cflag = modes->c_cflag & ~CBAUD | speed;
    }
    return 0;
}

int cfsetspeed(struct termios *modes, speed_t speed) {
    return cfsetispeed(modes, speed) < 0 ? -1 : cfsetospeed(modes, speed);
}

void cfmakeraw(struct termios *modes) {
    modes->c_iflag &= ~(IGNBRK | BRKINT | PARMRK | ISTRIP | INLCR | IGNCR | ICRNL | IXON);
    modes->c_oflag &= ~OPOST;
    modes->c_lflag &= ~(ECHO | ECHONL | ICANON | ISIG | IEXTEN);
    modes->c_cflag &= ~(CSIZE | PARENB);
    modes->c_cflag |= CS8;
    modes->c_cc[VMIN] = 1;
    modes->c_cc[VTIME] = 0;
}

int tcsendbreak(int fd, int duration) {
    return __ioctl(fd, TCSBRK, 0);
}

int tcdrain(int fd) {
    return __ioctl(fd, TCSBRK, 1);
}

int tcflush(int fd, int queue) {
    return __ioctl(fd, TCFLSH, queue);
}

int tcflow(int fd, int action) {
    return __ioctl(fd, TCXONC, action);
}

pid_t tcgetsid(int fd) {
    int session;
    return __ioctl(fd, TIOCGSID, (long)&session) < 0 ? -1 : session;
}
