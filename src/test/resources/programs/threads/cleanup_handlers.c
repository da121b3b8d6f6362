// shows: cleanup handlers run at pthread_exit and when popped with 1, the last pushed first, not at return
#include <pthread.h>
#include <stdio.h>

static void say(void *text) {
    printf("cleanup %s\n", (char *)text);
}

static void *leaves(void *how) {
    pthread_cleanup_push(say, "a");
    pthread_cleanup_push(say, "b");
    pthread_cleanup_push(say, "c");
    pthread_cleanup_pop(1);
    pthread_cleanup_push(say, "d");
    pthread_cleanup_pop(0);
    if (how)
        pthread_exit("by pthread_exit");
    pthread_cleanup_pop(0);
    pthread_cleanup_pop(1);
    return "by return";
}

int main(void) {
    pthread_t thread;
    void *result;
    pthread_create(&thread, NULL, leaves, NULL);
    pthread_join(thread, &result);
    printf("%s\n", (char *)result);
    pthread_create(&thread, NULL, leaves, "");
    pthread_join(thread, &result);
    printf("%s\n", (char *)result);
    return 0;
}
