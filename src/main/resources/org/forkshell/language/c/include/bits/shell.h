#ifndef _BITS_SHELL_H
#define _BITS_SHELL_H
#include <stdio.h>
int __run_shell(const char *command);
FILE *__open_command(const char *command, const char *mode);
int __close_command(FILE *stream);
#endif
