// shows: memory that is mapped for reading only, or not any more, ends who writes to it

#include <stdio.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

static void tell(const char *what)
{
    int status;
    wait(&status);
    printf("%s: %d\n", what, WIFSIGNALED(status) ? WTERMSIG(status) : 0);
    fflush(stdout);
}

int main(void)
{
    char *fixed = mmap(NULL, 4096, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    char *gone = mmap(NULL, 8192, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);

    printf("%d %d\n", *fixed, gone[8191]);
    fflush(stdout);
    if (fork() == 0) {
        *fixed = 1;
        _exit(0);
    }
    tell("read only");
    mprotect(fixed, 4096, PROT_READ | PROT_WRITE);
    if (fork() == 0) {
        *fixed = 1;
        _exit(0);
    }
    tell("writable");
    munmap(gone, 8192);
    if (fork() == 0) {
        *gone = 1;
        _exit(0);
    }
    tell("unmapped");
    printf("%d\n", mmap(NULL, 0, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0) == MAP_FAILED);
    return 0;
}
