// shows: perror adds the text of errno to what it is given

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <unistd.h>

int main(void)
{
    errno = 0;
    perror("nothing wrong");
    errno = EAGAIN;
    perror("fork");
    errno = EINTR;
    perror("");
    errno = EPERM;
    perror(NULL);
    if (open("/no/such/file", O_RDONLY) < 0) {
        perror("/no/such/file");
    }
    if (write(99, "x", 1) < 0)
        perror("write");
    errno = 12345;
    perror("strange");
    return errno != 0;
}
