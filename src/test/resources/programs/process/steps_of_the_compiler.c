// shows: gcc's own operations on shared memory are one step each, whoever else does the same
#include <sched.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>
struct shared { volatile int lock; long counter; short s; unsigned char b; int pad; long l; void *head; };
int main(void) {
    struct shared *p = mmap(NULL, 4096, PROT_READ|PROT_WRITE, MAP_SHARED|MAP_ANONYMOUS, -1, 0);
    for (int i = 0; i < 4; i++)
        if (fork() == 0) {
            for (int k = 0; k < 2000; k++) {
                while (__sync_lock_test_and_set(&p->lock, 1)) sched_yield();
                p->counter++;
                __sync_lock_release(&p->lock);
                __sync_fetch_and_add(&p->s, 1);
                __atomic_add_fetch(&p->b, 1, __ATOMIC_SEQ_CST);
                long old;
                do old = p->l; while (!__sync_bool_compare_and_swap(&p->l, old, old + 3));
                __atomic_fetch_xor(&p->pad, 1 << (k % 31), __ATOMIC_RELAXED);
            }
            exit(0);
        }
    while (wait(NULL) > 0);
    printf("%ld %d %d %ld %d %p\n", p->counter, p->s, p->b, p->l, p->pad, p->head);
    void *old = __sync_val_compare_and_swap(&p->head, NULL, (void *)5);
    int e = 3, ok = __atomic_compare_exchange_n(&p->lock, &e, 9, 0, 5, 5);
    printf("%p %p %d %d\n", old, p->head, ok, e);
    unsigned char c = 250; printf("%d %d %d\n", __sync_add_and_fetch(&c, 10), c, __sync_fetch_and_nand(&c, 1)); signed char d=-1; printf("%d %d\n", __sync_sub_and_fetch(&d,128), __sync_val_compare_and_swap(&d, 127, -5)); printf("%d\n", d);
    return 0;
}
