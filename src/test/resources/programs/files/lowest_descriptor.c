// shows: open, dup and pipe take the lowest free descriptors

#include <fcntl.h>
#include <stdio.h>
#include <unistd.h>

int main(void)
{
    int ends[2];
    printf("%d\n", open("/dev/null", O_RDONLY));
    pipe(ends);
    printf("%d %d\n", ends[0], ends[1]);
    close(3);
    printf("%d\n", dup(1));
    close(4);
    close(3);
    printf("%d %d\n", dup(ends[1]), dup(ends[1]));
    printf("%d\n", dup2(1, 9));
    printf("%d\n", dup2(1, 1));
    return 0;
}
