// shows: the texts of the errors a program about processes meets

#include <errno.h>
#include <stdio.h>
#include <string.h>

int main(void)
{
    int errors[] = {0, EPERM, ENOENT, ESRCH, EINTR, EIO, E2BIG, ENOEXEC, EBADF, ECHILD, EAGAIN, ENOMEM, EACCES, EFAULT,
                    EBUSY, EEXIST, ENOTDIR, EISDIR, EINVAL, EMFILE, ENOTTY, EFBIG, ENOSPC, ESPIPE, EPIPE, EDOM, ERANGE,
                    EDEADLK, ENOSYS, EWOULDBLOCK, ETIMEDOUT, EALREADY};
    for (int i = 0; i < sizeof errors / sizeof *errors; i++) {
        printf("%d %s\n", errors[i], strerror(errors[i]));
    }
    puts(strerror(-1));
    puts(strerror(4242));
    return 0;
}
