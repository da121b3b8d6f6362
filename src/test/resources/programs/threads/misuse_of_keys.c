// shows: what is wrong with a key of thread-specific values is said in a number
#define _GNU_SOURCE
#include <errno.h>
#include <pthread.h>
#include <stdio.h>
#include <string.h>

static void tell(const char *what, int error) { printf("%s: %s\n", what, error ? strerror(error) : "0"); }

int main(void) {
    pthread_key_t key, keys[1100];
    int count = 0, error = 0;
    tell("create", pthread_key_create(&key, NULL));
    tell("set", pthread_setspecific(key, "value"));
    tell("delete", pthread_key_delete(key));
    tell("delete again", pthread_key_delete(key));
    tell("set a deleted one", pthread_setspecific(key, "value"));
    printf("%d\n", pthread_getspecific(key) == NULL);
    tell("set key 5000", pthread_setspecific(5000, "value"));
    tell("delete key 5000", pthread_key_delete(5000));
    printf("%d\n", pthread_getspecific(5000) == NULL);
    while (count < 1100 && (error = pthread_key_create(&keys[count], NULL)) == 0)
        count++;
    printf("more than 1000: %d\n", count > 1000);
    tell("one more", error);
    pthread_key_delete(keys[7]);
    tell("one instead", pthread_key_create(&key, NULL));
    printf("%d\n", pthread_getspecific(key) == NULL);
    return 0;
}
