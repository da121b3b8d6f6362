// shows: memory mapped as shared is one memory for parent and child

#include <stdio.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void)
{
    int *both = mmap(NULL, 4096, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    int *own = mmap(NULL, 4096, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    *both = *own = 1;
    if (fork() == 0) {
        *both += 41;
        *own += 41;
        _exit(0);
    }
    wait(NULL);
    printf("%d %d\n", *both, *own);
    printf("%d\n", munmap(both, 4096));
    return 0;
}
