// shows: the byte after a full buffer sends the buffer off and waits itself

#include <stdio.h>
#include <unistd.h>

int main(void)
{
    int size = isatty(1) ? 1024 : 4096;
    for (int i = 0; i < size; i++) {
        putchar(i % 64 ? '.' : ':');
    }
    putchar('!');
    _exit(0);
}
