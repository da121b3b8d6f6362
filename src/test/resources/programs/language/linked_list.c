// shows: a list of allocated nodes: built, reversed, filtered and freed

#include <stdio.h>
#include <stdlib.h>

typedef struct node {
    int value;
    struct node *next;
} node;

static node *push(node *head, int value)
{
    node *n = malloc(sizeof *n);
    n->value = value;
    n->next = head;
    return n;
}

static node *reverse(node *head)
{
    node *done = NULL;
    while (head) {
        node *next = head->next;
        head->next = done;
        done = head;
        head = next;
    }
    return done;
}

static void drop_even(node **link)
{
    while (*link) {
        node *n = *link;
        if (n->value % 2 == 0) {
            *link = n->next;
            free(n);
        } else {
            link = &n->next;
        }
    }
}

static void show(const node *n)
{
    for (; n; n = n->next) {
        printf("%d%s", n->value, n->next ? " -> " : "\n");
    }
}

int main(void)
{
    node *list = NULL;
    for (int i = 1; i <= 7; i++) {
        list = push(list, i * i);
    }
    show(list);
    list = reverse(list);
    show(list);
    drop_even(&list);
    show(list);
    while (list) {
        node *next = list->next;
        free(list);
        list = next;
    }
    return 0;
}
