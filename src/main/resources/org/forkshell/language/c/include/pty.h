#ifndef _PTY_H
#define _PTY_H
#include <bits/terminal.h>
#include <sys/types.h>
#include <termios.h>
int openpty(int *controller, int *terminal, char *name, const struct termios *modes, const struct winsize *size);
int forkpty(int *controller, char *name, const struct termios *modes, const struct winsize *size);
int login_tty(int fd);
#endif
