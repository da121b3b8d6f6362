// shows: a file mapped as shared changes with the memory, in every process

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void)
{
    char name[] = "/tmp/mapXXXXXX", text[16] = "";
    int fd = mkstemp(name);
    char *shared, *own;

    unlink(name);
    ftruncate(fd, 12);
    shared = mmap(NULL, 12, PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
    own = mmap(NULL, 12, PROT_READ | PROT_WRITE, MAP_PRIVATE, fd, 0);
    if (fork() == 0) {
        strcpy(shared, "from child");
        _exit(0);
    }
    wait(NULL);
    pread(fd, text, 12, 0);
    printf("%s, %s, %s\n", shared, own, text);
    strcpy(own, "own");
    printf("%s, %s\n", shared, own);
    printf("%.4s\n", shared + 5);
    return 0;
}
