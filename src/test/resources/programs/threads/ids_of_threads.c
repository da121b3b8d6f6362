// shows: threads have one pid, ids of their own, and a folder each in /proc/self/task
#define _GNU_SOURCE
#include <pthread.h>
#include <stdio.h>
#include <sys/syscall.h>
#include <unistd.h>

static pthread_barrier_t barrier;
static struct { pid_t pid, tid; pthread_t self; int folder; } facts[3];

static void *work(void *argument) {
    int me = (int)(long)argument;
    char path[64];
    facts[me].pid = getpid();
    facts[me].tid = gettid();
    facts[me].self = pthread_self();
    snprintf(path, sizeof path, "/proc/self/task/%ld", syscall(SYS_gettid));
    facts[me].folder = access(path, F_OK) == 0;
    pthread_barrier_wait(&barrier);
    return NULL;
}

int main(void) {
    pthread_t threads[2];
    pthread_barrier_init(&barrier, NULL, 3);
    for (long i = 0; i < 2; i++)
        pthread_create(&threads[i], NULL, work, (void *)(i + 1));
    work(NULL);
    for (int i = 0; i < 2; i++)
        pthread_join(threads[i], NULL);
    printf("one pid %d, main's id is it %d\n", facts[0].pid == facts[1].pid && facts[1].pid == facts[2].pid, facts[0].pid == facts[0].tid);
    printf("ids differ %d\n", facts[0].tid != facts[1].tid && facts[1].tid != facts[2].tid && facts[0].tid != facts[2].tid);
    printf("pthread_self %d %d\n", pthread_equal(facts[1].self, threads[0]) != 0, pthread_equal(facts[1].self, facts[2].self) != 0);
    printf("folders %d%d%d\n", facts[0].folder, facts[1].folder, facts[2].folder);
    return 0;
}
