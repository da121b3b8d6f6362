// shows: names of threads: inherited, set, too long, read by another thread
#define _GNU_SOURCE
#include <errno.h>
#include <pthread.h>
#include <semaphore.h>
#include <stdio.h>

static sem_t named, end;

static void *work(void *unused) {
    char name[16];
    pthread_getname_np(pthread_self(), name, sizeof name);
    printf("inherited %s\n", name);
    printf("set %d\n", pthread_setname_np(pthread_self(), "worker"));
    sem_post(&named);
    sem_wait(&end);
    pthread_getname_np(pthread_self(), name, sizeof name);
    printf("now %s\n", name);
    return NULL;
}

int main(void) {
    pthread_t thread;
    char name[16];
    sem_init(&named, 0, 0);
    sem_init(&end, 0, 0);
    pthread_setname_np(pthread_self(), "chief");
    pthread_create(&thread, NULL, work, NULL);
    sem_wait(&named);
    pthread_getname_np(thread, name, sizeof name);
    printf("main sees %s\n", name);
    printf("too long %d, too little room %d\n", pthread_setname_np(thread, "sixteen letters!") == ERANGE, pthread_getname_np(thread, name, 5) == ERANGE);
    printf("by another %d\n", pthread_setname_np(thread, "fifteen letters"));
    sem_post(&end);
    pthread_join(thread, NULL);
    return 0;
}
