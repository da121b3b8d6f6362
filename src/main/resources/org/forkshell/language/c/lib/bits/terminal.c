#include <bits/terminal.h>
#include <stdarg.h>

int ioctl(int fd, unsigned long request, ...) {
    va_list arguments;
    va_start(arguments, request);
    return __ioctl(fd, request, va_arg(arguments, long));
}
