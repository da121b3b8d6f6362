// shows: operations that no processor has as one step are steps all the same
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>

static _Atomic unsigned product = 1;
static _Atomic unsigned long long bits = 1;
static _Atomic unsigned short turned = 0;
static atomic_bool truth;
static atomic_int halves = 1 << 20;

static void *change(void *unused) {
    for (int i = 0; i < 10; i++)
        product *= 3;
    for (int i = 0; i < 10; i++)
        bits <<= 1;
    for (int i = 0; i < 1001; i++) {
        turned ^= 0x8001;
        truth ^= 1;
    }
    for (int i = 0; i < 4; i++)
        halves /= 2;
    return NULL;
}

int main(void) {
    pthread_t threads[3];
    for (int i = 0; i < 3; i++)
        pthread_create(&threads[i], NULL, change, NULL);
    for (int i = 0; i < 3; i++)
        pthread_join(threads[i], NULL);
    printf("%u %llu %#x %d %d\n", product, bits, turned, truth, halves);
    return 0;
}
