// shows: what is written between flockfile and funlockfile stays together; ftrylockfile of a taken stream fails
// order: lines
#include <pthread.h>
#include <stdio.h>

static void *work(void *argument) {
    for (int i = 0; i < 10; i++) {
        flockfile(stdout);
        printf("thread %ld", (long)argument);
        putc_unlocked(' ', stdout);
        for (char c = 'a'; c < 'k'; c++)
            putchar_unlocked(c);
        flockfile(stdout);
        printf(" %d\n", i);
        funlockfile(stdout);
        funlockfile(stdout);
    }
    return NULL;
}

static void *tries(void *unused) {
    int taken = ftrylockfile(stdout);
    if (!taken)
        funlockfile(stdout);
    return (void *)(long)taken;
}

int main(void) {
    pthread_t threads[4];
    void *result;
    for (long i = 0; i < 4; i++)
        pthread_create(&threads[i], NULL, work, (void *)i);
    for (int i = 0; i < 4; i++)
        pthread_join(threads[i], NULL);
    flockfile(stdout);
    pthread_create(&threads[0], NULL, tries, NULL);
    pthread_join(threads[0], &result);
    printf("taken %d, own %d\n", result != NULL, ftrylockfile(stdout));
    funlockfile(stdout);
    funlockfile(stdout);
    pthread_create(&threads[0], NULL, tries, NULL);
    pthread_join(threads[0], &result);
    puts(result ? "taken" : "free");
    return 0;
}
