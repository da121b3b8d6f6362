// shows: mappings grow and shrink, are forgotten by madvise, locked, and replaced in place
#define _GNU_SOURCE
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void) {
    char *a = mmap(NULL, 8192, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0), *b;
    char *s = mmap(NULL, 4096, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    int n, status;
    strcpy(a, "begin");
    strcpy(a + 8000, "end");
    b = mremap(a, 8192, 65536, MREMAP_MAYMOVE);
    printf("%s %s %d\n", b, b + 8000, b[65535]);
    b[65535] = 'x';
    b = mremap(b, 65536, 4096, 0);
    printf("%s\n", b);
    if (fork() == 0) {
        b[5000] = 1;
        _exit(0);
    }
    wait(&status);
    printf("gone: %s\n", strsignal(WTERMSIG(status)));
    a = mremap(b, 4096, -1, MREMAP_MAYMOVE);
    printf("%d\n", a == MAP_FAILED);
    a = mremap(b + 1, 4096, 8192, MREMAP_MAYMOVE);
    printf("%d %s\n", a == MAP_FAILED, strerror(errno));
    printf("madvise %d", madvise(b, 4096, MADV_DONTNEED));
    printf(" '%s'\n", b);
    n = madvise(b, 4096, 999);
    printf("%d %s\n", n, strerror(errno));
    n = madvise(b + 1, 4096, MADV_NORMAL);
    printf("%d %s\n", n, strerror(errno));
    printf("mlock %d %d\n", mlock(b, 4096), munlock(b, 4096));
    n = mlockall(0);
    printf("mlockall %d %s\n", n, strerror(errno));
    printf("munlockall %d\n", munlockall());
    strcpy(s, "shared");
    a = mmap(s, 4096, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED, -1, 0);
    printf("in place %d '%s'\n", a == s, s);
    printf("posix_madvise %d\n", posix_madvise(s, 4096, POSIX_MADV_SEQUENTIAL));
    n = memfd_create("name", MFD_CLOEXEC);
    ftruncate(n, 4096);
    a = mmap(NULL, 4096, PROT_READ | PROT_WRITE, MAP_SHARED, n, 0);
    strcpy(a, "in a file");
    memset(s, 0, 20);
    pread(n, s, 9, 0);
    printf("%s\n", s);
    return 0;
}
