// shows: a product of matrices with a thread for each row
#include <pthread.h>
#include <stdio.h>

#define N 8
static int a[N][N], b[N][N], c[N][N];

static void *row(void *argument) {
    long r = (long)argument;
    for (int column = 0; column < N; column++)
        for (int k = 0; k < N; k++)
            c[r][column] += a[r][k] * b[k][column];
    return NULL;
}

int main(void) {
    pthread_t threads[N];
    for (int i = 0; i < N; i++)
        for (int k = 0; k < N; k++) {
            a[i][k] = i + k;
            b[i][k] = i == k ? 2 : i - k;
        }
    for (long i = 0; i < N; i++)
        pthread_create(&threads[i], NULL, row, (void *)i);
    for (int i = 0; i < N; i++)
        pthread_join(threads[i], NULL);
    for (int i = 0; i < N; i++) {
        for (int k = 0; k < N; k++)
            printf("%5d", c[i][k]);
        putchar('\n');
    }
    return 0;
}
