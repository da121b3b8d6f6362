// shows: a buffer of 300 bytes given by the program: filled, written, and whole blocks of 300 written past it

#include <stdio.h>
#include <string.h>
#include <unistd.h>

static char buffer[300], text[701];

int main(void)
{
    setvbuf(stdout, buffer, _IOFBF, sizeof buffer);
    for (int i = 0; i < 90; i++) {
        printf("%06d ", i);
    }
    memset(text, '=', 700);
    fputs(text, stdout);
    _exit(0);
}
