// shows: one text of 5000 bytes: whole blocks are written at once, only the remainder is copied

#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

static char text[5001];

int main(void)
{
    for (int i = 0; i < 5000; i++)
        text[i] = 'a' + i / 200;
    fputs(text, stdout);
    if (fork() == 0)
        return 0;
    wait(NULL);
    fputs("\n", stdout);
    return 0;
}
