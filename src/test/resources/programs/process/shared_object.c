// shows: a shared memory object has a name, a length and one content

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void)
{
    char name[32], *text;
    int fd;

    sprintf(name, "/object-%d", getpid());
    fd = shm_open(name, O_CREAT | O_RDWR, 0600);
    ftruncate(fd, 4096);
    text = mmap(0, 4096, PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
    close(fd);
    if (fork() == 0) {
        int mine = shm_open(name, O_RDWR, 0);
        char *there = mmap(0, 4096, PROT_READ | PROT_WRITE, MAP_SHARED, mine, 0);
        strcpy(there, "found by its name");
        _exit(there == text);
    }
    wait(NULL);
    printf("%s\n", text);
    printf("%d %d\n", munmap(text, 4096), shm_unlink(name));
    printf("%d\n", shm_open(name, O_RDWR, 0) == -1 && errno == ENOENT);
    return 0;
}
