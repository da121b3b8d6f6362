// shows: a line longer than the terminal's buffer: its last part goes out with the newline, the text behind it waits

#include <stdio.h>
#include <string.h>
#include <unistd.h>

static char text[2600];

int main(void)
{
    memset(text, '-', 2500);
    strcat(text, "\nbehind");
    fputs(text, stdout);
    _exit(0);
}
