#include <errno.h>
#include <error.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

unsigned error_message_count;
int error_one_per_line;
void (*error_print_progname)(void);

static void __begin(void) {
    fflush(stdout);
    if (error_print_progname)
        error_print_progname();
    else
        fprintf(stderr, "%s:", program_invocation_name);
}

static void __finish(int status, int number, const char *format, va_list arguments) {
    vfprintf(stderr, format, arguments);
    error_message_count++;
    if (number)
        fprintf(stderr, ": %s", strerror(number));
    putc('\n', stderr);
    fflush(stderr);
    if (status)
        exit(status);
}

void error(int status, int number, const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    __begin();
    if (!error_print_progname)
        putc(' ', stderr);
    __finish(status, number, format, arguments);
}

void error_at_line(int status, int number, const char *file, unsigned line, const char *format, ...) {
    static const char *last_file;
    static unsigned last_line;
    va_list arguments;
    va_start(arguments, format);
    if (error_one_per_line) {
        if (last_line == line && (file == last_file || (file && last_file && strcmp(file, last_file) == 0)))
            return;
        last_file = file;
        last_line = line;
    }
    __begin();
    if (file)
        fprintf(stderr, "%s:%u: ", file, line);
    else
        putc(' ', stderr);
    __finish(status, number, format, arguments);
}
