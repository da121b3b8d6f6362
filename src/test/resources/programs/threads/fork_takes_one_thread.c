// shows: the child has only the thread that called fork
// curriculum: claims 16 and 17

#include <dirent.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

static int threads(void)
{
    int n = 0;
    DIR *d = opendir("/proc/self/task");
    for (struct dirent *e; (e = readdir(d));)
        n += e->d_name[0] != '.';
    closedir(d);
    return n;
}

static void *idle(void *unused)
{
    for (;;)
        pause();
}

int main(void)
{
    pthread_t a, b, me = pthread_self();
    int status;
    pthread_create(&a, NULL, idle, NULL);
    pthread_create(&b, NULL, idle, NULL);
    printf("parent %d\n", threads());
    fflush(stdout);
    if (fork() == 0) {
        printf("child %d, same id %d\n", threads(), pthread_equal(me, pthread_self()) != 0);
        exit(0);
    }
    wait(&status);
    printf("parent %d\n", threads());
    return 0;
}
