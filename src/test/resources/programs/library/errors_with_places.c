// shows: error and error_at_line of glibc
#define _GNU_SOURCE
#include <errno.h>
#include <error.h>
#include <stdio.h>

static void own_name(void)
{
    fprintf(stderr, "own name: ");
}

int main(void)
{
    program_invocation_name = "program";
    printf("before");
    error(0, ENOENT, "cannot open %s", "file");
    error(0, 0, "plain");
    error_at_line(0, EACCES, "input.txt", 12, "bad line");
    error_at_line(0, 0, "input.txt", 12, "the same line");
    error_one_per_line = 1;
    error_at_line(0, 0, "input.txt", 13, "once");
    error_at_line(0, 0, "input.txt", 13, "not twice");
    error_print_progname = own_name;
    error(0, 0, "%u so far", error_message_count);
    error_at_line(4, EINVAL, "input.txt", 14, "the end");
    return 0;
}
