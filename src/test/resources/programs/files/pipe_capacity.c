// shows: a pipe set not to block fills at 65536 bytes

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <unistd.h>

int main(void)
{
    int ends[2];
    char block[1024] = {0};
    long total = 0;
    pipe(ends);
    fcntl(ends[1], F_SETFL, O_NONBLOCK);
    for (ssize_t n; (n = write(ends[1], block, sizeof block)) > 0;)
        total += n;
    printf("%ld %d\n", total, errno == EAGAIN);
    return 0;
}
