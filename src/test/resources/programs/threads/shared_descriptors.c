// shows: descriptors, the directory and the umask are the process's: what one thread changes the others see
#include <fcntl.h>
#include <pthread.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static int fd;

static void *work(void *unused) {
    fd = open("/dev/null", O_RDWR);
    chdir("/usr");
    umask(027);
    return NULL;
}

int main(void) {
    pthread_t thread;
    char path[256];
    umask(022);
    pthread_create(&thread, NULL, work, NULL);
    pthread_join(thread, NULL);
    printf("write %zd\n", write(fd, "x", 1));
    printf("in %s, umask %03o\n", getcwd(path, sizeof path), umask(0));
    printf("close %d\n", close(fd));
    return 0;
}
