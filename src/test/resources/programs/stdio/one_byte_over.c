// shows: a buffer that is exactly full still waits; one byte more sends it off

#include <stdio.h>
#include <unistd.h>

int main(int argc, char **argv)
{
    int size = isatty(1) ? 1024 : 4096;
    for (int i = 0; i < size; i++) {
        putchar(i % 64 ? '.' : ':');
    }
    fprintf(stderr, "%d bytes written\n", size);
    if (argc > 1) {
        putchar('!');
    }
    _exit(0);
}
