// shows: fflush writes what waits, wherever stdout goes

#include <stdio.h>
#include <unistd.h>

int main(void)
{
    printf("flushed without a newline");
    int r = fflush(stdout);
    fprintf(stderr, "%d\n", r);
    printf(" and this by fflush(NULL)");
    fflush(NULL);
    printf(" but this is lost");
    _exit(0);
}
