// shows: opening a named pipe waits for the other end, and the reader sees the end when all writers are gone

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void)
{
    char directory[] = "/tmp/pipeXXXXXX", path[64], text[32];
    struct stat status;
    ssize_t count;
    int fd;

    mkdtemp(directory);
    snprintf(path, sizeof path, "%s/pipe", directory);
    printf("%d\n", mkfifo(path, 0640));
    printf("%d\n", mkfifo(path, 0640));
    stat(path, &status);
    printf("%d\n", S_ISFIFO(status.st_mode));
    fflush(stdout);
    if (fork() == 0) {
        fd = open(path, O_WRONLY);
        write(fd, "through the pipe", 16);
        _exit(0);
    }
    fd = open(path, O_RDONLY);
    count = read(fd, text, sizeof text);
    printf("%.*s\n", (int)count, text);
    wait(NULL);
    printf("%zd\n", read(fd, text, sizeof text));
    printf("%d\n", unlink(path));
    printf("%d\n", rmdir(directory));
    return 0;
}
