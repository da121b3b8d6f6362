// shows: a buffer that fills is written without a newline: 1024 bytes on a terminal, 4096 in a pipe

#include <stdio.h>
#include <unistd.h>

int main(void)
{
    for (int i = 0; i < 1250; i++) {
        printf("%03d.", i % 1000);
    }
    _exit(0);
}
