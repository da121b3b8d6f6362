#include <errno.h>
#include <stdarg.h>
#include <sys/ptrace.h>

/* What the kernel peeks at it puts into memory. */
long ptrace(enum __ptrace_request request, ...) {
    va_list arguments;
    long pid, address, data, seen, result;
    va_start(arguments, request);
    pid = va_arg(arguments, long);
    address = va_arg(arguments, long);
    data = va_arg(arguments, long);
    if (request < PTRACE_PEEKTEXT || request > PTRACE_PEEKUSER)
        return __ptrace(request, (pid_t)pid, address, data);
    result = __ptrace(request, (pid_t)pid, address, (long)&seen);
    if (result < 0)
        return result;
    errno = 0;
    return seen;
}
