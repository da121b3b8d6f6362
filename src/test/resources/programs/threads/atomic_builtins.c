// shows: gcc's own functions for shared memory, the older ones and those that take any type
#include <stdio.h>

struct pair {
    short a, b;
};

int main(void) {
    int word = 12, got, value = 8;
    printf("%d %d", __atomic_fetch_nand(&word, 6, __ATOMIC_SEQ_CST), word);
    printf(" %d", __atomic_nand_fetch(&word, 3, __ATOMIC_SEQ_CST));
    printf(" %d", __atomic_sub_fetch(&word, 3, __ATOMIC_RELAXED));
    printf(" %d\n", __atomic_or_fetch(&word, 64, __ATOMIC_RELAXED));
    __atomic_load(&word, &got, __ATOMIC_ACQUIRE);
    __atomic_store(&word, &value, __ATOMIC_RELEASE);
    printf("%d %d", got, word);
    __atomic_exchange(&word, &got, &value, __ATOMIC_ACQ_REL);
    printf(" %d %d\n", word, value);
    value = 3;
    got = 1;
    printf("%d", __atomic_compare_exchange(&word, &got, &value, 0, __ATOMIC_SEQ_CST, __ATOMIC_RELAXED));
    printf(" %d", got);
    printf(" %d", __atomic_compare_exchange(&word, &got, &value, 1, __ATOMIC_SEQ_CST, __ATOMIC_RELAXED));
    printf(" %d\n", word);
    struct pair pair = {1, 2}, seen, next = {3, 4};
    __atomic_load(&pair, &seen, __ATOMIC_SEQ_CST);
    __atomic_store(&pair, &next, __ATOMIC_SEQ_CST);
    printf("%d %d %d %d", seen.a, seen.b, pair.a, pair.b);
    double number = 1.5, half = 0.5, before;
    __atomic_exchange(&number, &half, &before, __ATOMIC_SEQ_CST);
    printf(" %g %g\n", number, before);
    unsigned char byte = 200;
    printf("%d", __sync_add_and_fetch(&byte, 100));
    printf(" %d", __sync_val_compare_and_swap(&byte, 44, 255));
    printf(" %d", __sync_bool_compare_and_swap(&byte, 1, 2));
    printf(" %d", __sync_fetch_and_nand(&byte, 15));
    printf(" %d", __sync_xor_and_fetch(&byte, 15));
    printf(" %d", __sync_lock_test_and_set(&byte, 1));
    __sync_lock_release(&byte);
    printf(" %d\n", byte);
    char flag = 0;
    printf("%d", __atomic_test_and_set(&flag, __ATOMIC_ACQUIRE));
    printf(" %d", __atomic_test_and_set(&flag, __ATOMIC_ACQUIRE));
    __atomic_clear(&flag, __ATOMIC_RELEASE);
    printf(" %d", flag);
    printf(" %d %d", __atomic_always_lock_free(sizeof(long), 0), __atomic_is_lock_free(4, &word));
    printf(" %d\n", __atomic_always_lock_free(64, 0));
    int numbers[3] = {1, 2, 3}, *place = numbers;
    __atomic_fetch_add(&place, sizeof(int), __ATOMIC_SEQ_CST);
    printf("%d", *place);
    int *old = __sync_lock_test_and_set(&place, numbers + 2);
    printf(" %d %d %d\n", *old, *place, __sync_bool_compare_and_swap(&place, numbers + 2, numbers));
    return 0;
}
