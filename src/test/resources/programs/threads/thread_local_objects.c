// shows: __thread objects: each thread has a copy with the initial values, at another address
#include <pthread.h>
#include <stdio.h>

static __thread int number = 5;
static __thread char text[16] = "initial";
_Thread_local struct { int a; double b; } pair = {1, 2.5};
static __thread int zero;

static int *of_main;

static void *work(void *argument) {
    static __thread int calls = 100;
    printf("%s %d %s %d %.1f %d, own %d", (char *)argument, number, text, pair.a, pair.b, zero, of_main != &number);
    number += 1;
    snprintf(text, sizeof text, "by %s", (char *)argument);
    pair.b *= 2;
    zero--;
    calls++;
    printf(" -> %d %s %.1f %d %d\n", number, text, pair.b, zero, calls);
    return &number;
}

int main(void) {
    pthread_t thread;
    of_main = &number;
    number = 70;
    zero = 7;
    for (int i = 0; i < 3; i++) {
        pthread_create(&thread, NULL, work, i == 0 ? "one" : i == 1 ? "two" : "three");
        pthread_join(thread, NULL);
    }
    printf("main %d %s %.1f %d\n", number, text, pair.b, zero);
    return 0;
}
