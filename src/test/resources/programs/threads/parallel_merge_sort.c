// shows: merge sort that makes threads for the upper levels
#include <pthread.h>
#include <stdio.h>
#include <string.h>

#define N 2000
static int numbers[N], spare[N];

struct part { int from, to, depth; };

static void *sort(void *argument) {
    struct part *part = argument;
    if (part->to - part->from < 2)
        return NULL;
    int middle = (part->from + part->to) / 2;
    struct part left = {part->from, middle, part->depth - 1}, right = {middle, part->to, part->depth - 1};
    if (part->depth > 0) {
        pthread_t thread;
        pthread_create(&thread, NULL, sort, &left);
        sort(&right);
        pthread_join(thread, NULL);
    } else {
        sort(&left);
        sort(&right);
    }
    int a = part->from, b = middle;
    for (int i = part->from; i < part->to; i++)
        spare[i] = b >= part->to || (a < middle && numbers[a] <= numbers[b]) ? numbers[a++] : numbers[b++];
    memcpy(numbers + part->from, spare + part->from, (part->to - part->from) * sizeof *numbers);
    return NULL;
}

int main(void) {
    struct part all = {0, N, 3};
    unsigned seed = 12345;
    int disorder = 0;
    for (int i = 0; i < N; i++) {
        seed = seed * 1103515245 + 12345;
        numbers[i] = seed >> 16 & 0x7fff;
    }
    sort(&all);
    for (int i = 1; i < N; i++)
        disorder += numbers[i - 1] > numbers[i];
    printf("disorder %d, least %d, middle %d, greatest %d\n", disorder, numbers[0], numbers[N / 2], numbers[N - 1]);
    return 0;
}
