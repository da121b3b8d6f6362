// shows: glibc writes a text at once when the buffer is empty and smaller than 128 bytes; single characters wait

#include <stdio.h>
#include <unistd.h>

static char buffer[16];

int main(void)
{
    setvbuf(stdout, buffer, _IOFBF, 16);
    printf("0123456789");
    fprintf(stderr, "[%.16s]\n", buffer);
    for (int i = 0; i < 19; i++) {
        putchar('a' + i);
    }
    fprintf(stderr, "[%.16s]\n", buffer);
    printf("%s", "ABCDEFGHIJKLMNOPQRSTUVWXYZ");
    putchar('!');
    fputs("fits in", stdout);
    fprintf(stderr, "[%.16s]\n", buffer);
    _exit(0);
}
