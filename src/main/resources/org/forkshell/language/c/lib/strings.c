#include <string.h>
#include <strings.h>

int bcmp(const void *a, const void *b, size_t count) {
    return memcmp(a, b, count);
}

void bcopy(const void *from, void *to, size_t count) {
    memmove(to, from, count);
}

void bzero(void *to, size_t count) {
    memset(to, 0, count);
}

char *index(const char *text, int c) {
    return strchr(text, c);
}

char *rindex(const char *text, int c) {
    return strrchr(text, c);
}

int ffs(int bits) {
    int n;
    if (bits == 0)
        return 0;
    for (n = 1; !(bits & 1); n++)
        bits >>= 1;
    return n;
}
