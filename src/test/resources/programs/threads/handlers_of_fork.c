// shows: pthread_atfork: what runs before fork in reverse order, after it in order, in the thread that forks
#include <pthread.h>
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

static pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;
static pthread_t forker;

static void before_one(void) { printf("before 1 %d\n", pthread_equal(forker, pthread_self()) != 0); pthread_mutex_lock(&mutex); }
static void parent_one(void) { pthread_mutex_unlock(&mutex); puts("parent 1"); }
static void child_one(void) { pthread_mutex_unlock(&mutex); puts("child 1"); }
static void before_two(void) { puts("before 2"); fflush(stdout); }
static void parent_two(void) { wait(NULL); puts("parent 2"); }
static void child_two(void) { puts("child 2"); }

static void *forks(void *unused) {
    forker = pthread_self();
    if (fork() == 0) {
        printf("child: mutex %d\n", pthread_mutex_trylock(&mutex));
        fflush(stdout);
        _exit(0);
    }
    printf("parent: mutex %d\n", pthread_mutex_trylock(&mutex));
    return NULL;
}

int main(void) {
    pthread_t thread;
    setvbuf(stdout, NULL, _IOLBF, 0);
    printf("%d", pthread_atfork(before_one, NULL, child_one));
    printf("%d", pthread_atfork(NULL, parent_two, NULL));
    printf("%d\n", pthread_atfork(before_two, parent_one, child_two));
    pthread_create(&thread, NULL, forks, NULL);
    pthread_join(thread, NULL);
    return 0;
}
