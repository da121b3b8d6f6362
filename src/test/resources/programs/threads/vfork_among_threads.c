// shows: two threads lend the memory to children while a third changes it, and each byte is as who wrote it last has it
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

enum { ROUNDS = 12 };

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static atomic_int done;
static long counted, counted_again;
static int by_children[2];
static char *in_heap;

static void *count(void *unused) {
    long in_stack = (long)unused;
    while (!done) {
        char *block = malloc(64 + in_stack % 5000);
        pthread_mutex_lock(&lock);
        counted++;
        counted_again++;
        in_heap[0]++;
        in_heap[2]++;
        pthread_mutex_unlock(&lock);
        in_stack++;
        free(block);
    }
    return (void *)(in_stack == counted ? "counts on" : "lost count");
}

static void *lend(void *argument) {
    int me = (int)(long)argument;
    volatile int local = 0;
    for (int i = 1; i <= ROUNDS; i++) {
        int status;
        pid_t child = vfork();
        if (child == 0) {
            by_children[me] += i;
            in_heap[4 + me]++;
            local += i;
            if (i % 3 == 0)
                execl("/bin/sh", "sh", "-c", "exit 7", (char *)NULL);
            _exit(7);
        }
        if (waitpid(child, &status, 0) != child || WEXITSTATUS(status) != 7)
            printf("child %d ended with %d\n", i, status);
        if (local != i * (i + 1) / 2)
            printf("%d in round %d\n", local, i);
    }
    return NULL;
}

int main(void) {
    pthread_t counter, lenders[2];
    void *result;
    in_heap = calloc(1, 16);
    pthread_create(&counter, NULL, count, NULL);
    for (long i = 0; i < 2; i++)
        pthread_create(&lenders[i], NULL, lend, (void *)i);
    for (int i = 0; i < 2; i++)
        pthread_join(lenders[i], NULL);
    done = 1;
    pthread_join(counter, &result);
    printf("%s, %s\n", (char *)result, counted == counted_again && in_heap[0] == in_heap[2] ? "all the same" : "not the same");
    printf("%d %d %d %d\n", by_children[0], by_children[1], in_heap[4], in_heap[5]);
    return 0;
}
