// shows: a mutex that was destroyed cannot be taken; who joins itself hears of that, also while another waits for it
#include <errno.h>
#include <pthread.h>
#include <stdio.h>
#include <unistd.h>

static void *joins_itself(void *unused) {
    (void)unused;
    usleep(20000);
    printf("joins itself %d\n", pthread_join(pthread_self(), NULL) == EDEADLK);
    return NULL;
}

int main(void) {
    pthread_mutex_t mutex;
    pthread_t thread;
    pthread_mutex_init(&mutex, NULL);
    pthread_mutex_destroy(&mutex);
    printf("lock %d\n", pthread_mutex_lock(&mutex) == EINVAL);
    printf("try %d\n", pthread_mutex_trylock(&mutex) == EINVAL);
    printf("unlock %d\n", pthread_mutex_unlock(&mutex) == EINVAL);
    printf("init %d\n", pthread_mutex_init(&mutex, NULL));
    printf("lock %d\n", pthread_mutex_lock(&mutex));
    pthread_create(&thread, NULL, joins_itself, NULL);
    pthread_join(thread, NULL);
    return 0;
}
