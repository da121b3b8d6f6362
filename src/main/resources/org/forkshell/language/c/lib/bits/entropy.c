#include <bits/entropy.h>
#include <errno.h>
#include <sys/random.h>

int getentropy(void *to, size_t count) {
    if (count > 256) {
        errno = EIO;
        return -1;
    }
    return getrandom(to, count, 0) == count ? 0 : -1;
}
