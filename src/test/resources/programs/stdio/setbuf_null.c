// shows: setbuf with NULL turns buffering off, with an array on

#include <stdio.h>
#include <unistd.h>

static char buffer[BUFSIZ];

int main(void)
{
    setbuf(stdout, NULL);
    printf("at once");
    setbuf(stdout, buffer);
    printf(" in the array");
    fprintf(stderr, "[%s] %d\n", buffer, BUFSIZ);
    _exit(0);
}
