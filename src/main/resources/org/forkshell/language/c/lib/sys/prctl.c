#include <sys/prctl.h>
#include <stdarg.h>

int prctl(int option, ...) {
    va_list arguments;
    va_start(arguments, option);
    return __prctl(option, va_arg(arguments, unsigned long));
}
