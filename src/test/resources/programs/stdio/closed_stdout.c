// shows: writing after fclose or close fails; a full-buffered text fails only when flushed

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

int main(void)
{
    printf("before\n");
    fflush(stdout);
    close(1);
    int n = printf("into the void");
    int f = fflush(stdout);
    fprintf(stderr, "%d %d %s %d\n", n, f, strerror(errno), ferror(stdout) != 0);
    clearerr(stdout);
    fprintf(stderr, "%d\n", ferror(stdout));
    return 0;
}
