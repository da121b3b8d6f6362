// shows: atomic types, how they are written and what is known of them
#include <stdatomic.h>
#include <stdio.h>
#include <stddef.h>
#include <stdint.h>

typedef _Atomic long number;
struct holder {
    char letter;
    atomic_int word;
    _Atomic(short) half;
    int *_Atomic pointer;
    _Atomic struct { short a, b; } pair;
};

static int _Atomic behind = 1;
static const atomic_int fixed = 2;
static _Atomic const volatile int both = 3;
static atomic_int many[2][2] = {{1, 2}, {3}};
static int sum(_Atomic int a, atomic_int *b, const _Atomic(long) c) { a += 1; return a + *b + (int)c; }
static _Atomic int answer(void) { return 42; }

int main(void) {
    printf("%zu %zu %zu %zu\n", sizeof(atomic_bool), sizeof(atomic_ushort), sizeof(atomic_wchar_t), sizeof(atomic_intmax_t));
    printf("%zu %zu %zu %zu\n", sizeof(atomic_flag), sizeof(number), sizeof(_Atomic(int *)), _Alignof(atomic_llong));
    printf("%zu %zu %zu %zu %zu\n", offsetof(struct holder, word), offsetof(struct holder, half), offsetof(struct holder, pointer),
           offsetof(struct holder, pair), sizeof(struct holder));
    struct holder holder = {'a', 7, 8, NULL, {1, 2}};
    holder.word++;
    holder.half += holder.word;
    struct holder copy = holder;
    printf("%c %d %d %d\n", copy.letter, copy.word, copy.half, copy.pointer == NULL);
    printf("%d %d %d %d %d\n", behind, fixed, both, many[1][0], many[1][1]);
    number big = 5;
    printf("%d %d\n", sum(1, &behind, big), answer());
    printf("%d %d\n", _Generic(behind, int: 1, default: 2), _Generic(&behind, _Atomic int *: 1, int *: 2, default: 3));
    printf("%d %d\n", _Generic((atomic_short)1, short: 1, default: 2), _Generic(atomic_load(&big), long: 1, default: 2));
    int ordinary = behind;
    _Atomic int *p = (_Atomic int *)&ordinary;
    *p += 4;
    printf("%d %zu\n", ordinary, sizeof *p);
    printf("%d %d %d %d %d\n", ATOMIC_BOOL_LOCK_FREE, ATOMIC_CHAR_LOCK_FREE, ATOMIC_INT_LOCK_FREE, ATOMIC_LLONG_LOCK_FREE,
           ATOMIC_POINTER_LOCK_FREE);
    printf("%d %d\n", memory_order_relaxed, memory_order_seq_cst);
#if defined __STDC_NO_ATOMICS__ || defined __STDC_NO_THREADS__
    printf("none\n");
#endif
    for (atomic_int i = 0; i < 3; i++)
        printf("%d ", i);
    static _Thread_local atomic_int own = 9;
    own--;
    printf("%d\n", own);
    return 0;
}
