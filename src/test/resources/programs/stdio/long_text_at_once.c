// shows: a text larger than the buffer: whole blocks are written, the rest waits

#include <stdio.h>
#include <string.h>
#include <unistd.h>

static char text[10001];

int main(void)
{
    for (int i = 0; i < 10000; i++) {
        text[i] = "0123456789abcdefghijklmnopqrstuvwxyz"[i / 100 % 36];
    }
    printf("start ");
    fputs(text, stdout);
    printf(" end");
    _exit(0);
}
