// shows: warn and err tell the program's name and the error, and err ends the program

#include <err.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>

int main(void)
{
    if (open("no such file", O_RDONLY) < 0)
        warn("cannot open %s", "it");
    errno = EACCES;
    warn(NULL);
    warnx("%d things", 3);
    warnx(NULL);
    printf("%d\n", errno == EACCES);
    errno = ENOENT;
    err(5, "and the %s", "end");
    errx(6, "not reached");
}
