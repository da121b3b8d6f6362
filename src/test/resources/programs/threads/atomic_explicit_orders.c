// shows: each generic function of stdatomic.h in both of its forms
#include <stdatomic.h>
#include <stdio.h>

int main(void) {
    atomic_int x;
    atomic_init(&x, 5);
    printf("%d", atomic_load(&x));
    atomic_store(&x, 6);
    printf(" %d", atomic_load_explicit(&x, memory_order_acquire));
    atomic_store_explicit(&x, 7, memory_order_release);
    printf(" %d", atomic_load_explicit(&x, memory_order_consume));
    printf(" %d", atomic_exchange(&x, 8));
    printf(" %d\n", atomic_exchange_explicit(&x, 9, memory_order_acq_rel));
    int expected = 1;
    printf("%d", atomic_compare_exchange_strong(&x, &expected, 10));
    printf(" %d", expected);
    printf(" %d", atomic_compare_exchange_strong_explicit(&x, &expected, 11, memory_order_seq_cst, memory_order_relaxed));
    expected = 3;
    printf(" %d", atomic_compare_exchange_weak(&x, &expected, 12));
    printf(" %d", expected);
    while (!atomic_compare_exchange_weak_explicit(&x, &expected, 13, memory_order_release, memory_order_relaxed))
        ;
    printf(" %d\n", x);
    printf("%d", atomic_fetch_add(&x, 4));
    printf(" %d", atomic_fetch_sub(&x, 1));
    printf(" %d", atomic_fetch_or(&x, 0x20));
    printf(" %d", atomic_fetch_and(&x, 0x3c));
    printf(" %d", atomic_fetch_xor(&x, 0xff));
    printf(" %d\n", x);
    printf("%d", atomic_fetch_add_explicit(&x, 4, memory_order_relaxed));
    printf(" %d", atomic_fetch_sub_explicit(&x, 1, memory_order_acquire));
    printf(" %d", atomic_fetch_or_explicit(&x, 0x20, memory_order_release));
    printf(" %d", atomic_fetch_and_explicit(&x, 0x3c, memory_order_acq_rel));
    printf(" %d", atomic_fetch_xor_explicit(&x, 0xff, memory_order_seq_cst));
    printf(" %d\n", kill_dependency(x));
    atomic_uchar small = ATOMIC_VAR_INIT(250);
    printf("%d", atomic_fetch_add(&small, 10));
    printf(" %d", small);
    printf(" %d", atomic_fetch_sub(&small, 5));
    printf(" %d\n", atomic_exchange(&small, 300));
    atomic_llong wide = -1;
    printf("%lld", atomic_fetch_add(&wide, 1LL << 40));
    printf(" %lld", atomic_fetch_xor(&wide, -1));
    printf(" %lld\n", atomic_load(&wide));
    volatile atomic_int *pointer = &x;
    atomic_fetch_add(pointer, 1);
    printf("%d %d %d\n", *pointer, atomic_is_lock_free(pointer), atomic_is_lock_free(&wide));
    atomic_thread_fence(memory_order_acquire);
    return 0;
}
