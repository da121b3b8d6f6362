// shows: a prompt without a newline waits even while input is read from a pipe
// stdin: Ada\n

#include <stdio.h>
#include <unistd.h>

int main(void)
{
    char name[20];
    printf("Your name? ");
    scanf("%19s", name);
    fprintf(stderr, "read %s\n", name);
    _exit(0);
}
