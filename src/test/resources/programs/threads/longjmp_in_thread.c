// shows: longjmp within a thread's own stack
#include <pthread.h>
#include <setjmp.h>
#include <stdio.h>

static void deep(jmp_buf *back, int n) {
    if (n == 0)
        longjmp(*back, 9);
    deep(back, n - 1);
}

static void *work(void *argument) {
    jmp_buf back;
    int value = setjmp(back);
    if (value == 0)
        deep(&back, 10);
    return (void *)(long)(value + (long)argument);
}

int main(void) {
    pthread_t threads[3];
    for (long i = 0; i < 3; i++)
        pthread_create(&threads[i], NULL, work, (void *)(i * 100));
    for (int i = 0; i < 3; i++) {
        void *result;
        pthread_join(threads[i], &result);
        printf("%ld ", (long)result);
    }
    puts("");
    return 0;
}
