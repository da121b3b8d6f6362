// shows: pthread_getattr_np tells of a thread's stack, in which its objects lie
#define _GNU_SOURCE
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>

static void *look(void *expected) {
    pthread_attr_t a;
    char here, *stack;
    size_t size, guard;
    int state;
    pthread_getattr_np(pthread_self(), &a);
    pthread_attr_getstack(&a, (void **)&stack, &size);
    pthread_attr_getguardsize(&a, &guard);
    pthread_attr_getdetachstate(&a, &state);
    printf("inside %d, at least %d, guard %zu, joinable %d\n", &here >= stack && &here < stack + size, size >= (size_t)expected, guard, state == PTHREAD_CREATE_JOINABLE);
    pthread_attr_destroy(&a);
    return NULL;
}

int main(void) {
    pthread_attr_t a;
    pthread_t thread;
    void *memory = NULL;
    pthread_create(&thread, NULL, look, (void *)(7l << 20));
    pthread_join(thread, NULL);
    pthread_attr_init(&a);
    pthread_attr_setstacksize(&a, 256 << 10);
    pthread_attr_setguardsize(&a, 0);
    pthread_create(&thread, &a, look, (void *)(256l << 10));
    pthread_join(thread, NULL);
    pthread_attr_destroy(&a);
    pthread_attr_init(&a);
    posix_memalign(&memory, 4096, 128 << 10);
    pthread_attr_setstack(&a, memory, 128 << 10);
    pthread_create(&thread, &a, look, (void *)(128l << 10));
    pthread_join(thread, NULL);
    free(memory);
    return 0;
}
