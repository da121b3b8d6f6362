// shows: a size without a buffer is ignored by glibc: the usual buffer is taken

#include <stdio.h>
#include <unistd.h>

int main(void)
{
    printf("%d\n", setvbuf(stdout, NULL, _IOFBF, 50));
    for (int i = 0; i < 20; i++) {
        printf("%06d ", i);
    }
    fprintf(stderr, "140 bytes wait\n");
    _exit(0);
}
