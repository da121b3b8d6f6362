// shows: with _IOFBF even whole lines wait on a terminal, in the array given

#include <stdio.h>
#include <unistd.h>

static char buffer[256];

int main(void)
{
    int r = setvbuf(stdout, buffer, _IOFBF, sizeof buffer);
    fprintf(stderr, "%d\n", r);
    printf("0123456789\n");
    printf("these lines stay behind\n");
    fprintf(stderr, "%.20s %d\n", buffer, buffer[10]);
    _exit(0);
}
