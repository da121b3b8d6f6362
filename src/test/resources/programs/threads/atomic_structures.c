// shows: a small structure, a float or a pointer can be read and written in one step
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>

struct pair {
    int left, right;
};
struct half {
    unsigned char a, b;
};

static _Atomic struct pair pair = {1, -1};
static _Atomic struct half half = {3, 4};
static _Atomic float single = 1.5f;
static _Atomic double twice = 2.25;
static int torn;

static void *swing(void *sign) {
    for (int i = 0; i < 2000; i++) {
        int value = i * (int)(long)sign;
        struct pair next = {value, -value};
        pair = next;
        struct pair seen = pair;
        if (seen.left != -seen.right)
            torn++;
    }
    return NULL;
}

int main(void) {
    struct pair p = pair;
    printf("%d %d %zu %zu %zu\n", p.left, p.right, sizeof pair, _Alignof(_Atomic struct pair), _Alignof(_Atomic struct half));
    pthread_t threads[2];
    pthread_create(&threads[0], NULL, swing, (void *)1);
    pthread_create(&threads[1], NULL, swing, (void *)-1);
    pthread_join(threads[0], NULL);
    pthread_join(threads[1], NULL);
    printf("torn: %d\n", torn);

    atomic_store(&pair, ((struct pair){5, 6}));
    p = atomic_exchange(&pair, ((struct pair){7, 8}));
    printf("%d %d\n", p.left, p.right);
    struct pair expected = {7, 9};
    int done = atomic_compare_exchange_strong(&pair, &expected, ((struct pair){1, 2}));
    printf("%d %d %d\n", done, expected.left, expected.right);
    done = atomic_compare_exchange_strong(&pair, &expected, ((struct pair){1, 2}));
    p = atomic_load(&pair);
    printf("%d %d %d\n", done, p.left, p.right);

    struct half h = half;
    h.a++;
    half = h;
    h = (half = (struct half){h.b, h.a});
    printf("%d %d\n", h.a, h.b);

    float was = atomic_exchange(&single, 3.75f);
    double other = (twice = was + single);
    printf("%g %g %g\n", was, other, twice);
    float wanted = 1;
    printf("%d %g", atomic_compare_exchange_strong(&single, &wanted, 8), 0.0);
    printf(" %g", wanted);
    printf(" %d", atomic_compare_exchange_strong(&single, &wanted, 8));
    printf(" %g\n", single);

    int numbers[4] = {10, 20, 30, 40};
    int *_Atomic place = numbers;
    place++;
    printf("%d", *place);
    place += 2;
    printf(" %d", *place);
    printf(" %d", *place--);
    printf(" %d", *(place -= 1));
    atomic_fetch_add(&place, sizeof(int));
    printf(" %d", *place);
    int *before = atomic_exchange(&place, NULL);
    printf(" %d %d\n", *before, place == NULL);
    return 0;
}
