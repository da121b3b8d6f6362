// shows: a list that threads add to without a lock, by compare and exchange
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>

struct node {
    int value;
    struct node *next;
};

static struct node nodes[4][500];
static _Atomic(struct node *) head;
static atomic_int tries;

static void *push(void *number) {
    int own = (int)(long)number;
    for (int i = 0; i < 500; i++) {
        struct node *node = &nodes[own][i];
        node->value = own * 1000 + i;
        node->next = atomic_load(&head);
        do
            atomic_fetch_add(&tries, 1);
        while (!atomic_compare_exchange_weak(&head, &node->next, node));
    }
    return NULL;
}

int main(void) {
    pthread_t threads[4];
    for (long i = 0; i < 4; i++)
        pthread_create(&threads[i], NULL, push, (void *)i);
    for (int i = 0; i < 4; i++)
        pthread_join(threads[i], NULL);
    int count = 0, last[4] = {500, 500, 500, 500}, ordered = 1;
    long sum = 0;
    for (struct node *node = head; node; node = node->next) {
        count++;
        sum += node->value;
        ordered &= node->value % 1000 == --last[node->value / 1000];
    }
    printf("%d nodes, sum %ld, each thread's in order: %d, tried often enough: %d\n", count, sum, ordered, tries >= 2000);
    return 0;
}
