// shows: a change of mode leaves what already waits in its place until the next newline

#include <stdio.h>
#include <unistd.h>

int main(void)
{
    printf("early ");
    setlinebuf(stdout);
    printf("line\n");
    printf("late");
    setvbuf(stdout, NULL, _IONBF, 0);
    fprintf(stderr, "unbuffered now\n");
    printf(" text");
    _exit(0);
}
