// shows: with _IOLBF lines go out at once in a pipe too

#include <stdio.h>
#include <unistd.h>

int main(void)
{
    setvbuf(stdout, NULL, _IOLBF, 0);
    printf("a line goes out\n");
    printf("the rest does not");
    _exit(0);
}
