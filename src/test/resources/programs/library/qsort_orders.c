// shows: qsort on numbers, strings and structs, with one's own comparison

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct process {
    int pid;
    char state;
    const char *name;
};

static int ascending(const void *a, const void *b)
{
    int x = *(const int *) a, y = *(const int *) b;
    return (x > y) - (x < y);
}

static int descending(const void *a, const void *b) { return -ascending(a, b); }

static int by_text(const void *a, const void *b)
{
    return strcmp(*(char *const *) a, *(char *const *) b);
}

static int by_state_then_pid(const void *a, const void *b)
{
    const struct process *p = a, *q = b;
    return p->state != q->state ? p->state - q->state : p->pid - q->pid;
}

int main(void)
{
    int numbers[] = {5, -3, 99, 0, 42, -3, 7, 12, 1000, -77};
    int n = sizeof numbers / sizeof *numbers;
    qsort(numbers, n, sizeof(int), ascending);
    for (int i = 0; i < n; i++)
        printf("%d ", numbers[i]);
    putchar('\n');
    qsort(numbers + 2, 5, sizeof(int), descending);
    for (int i = 0; i < n; i++)
        printf("%d ", numbers[i]);
    putchar('\n');
    const char *words[] = {"wait", "fork", "exec", "Exit", "exe", ""};
    qsort(words, 6, sizeof *words, by_text);
    for (int i = 0; i < 6; i++)
        printf("[%s]", words[i]);
    putchar('\n');
    struct process table[] = {{7, 'S', "sh"}, {3, 'Z', "cat"}, {9, 'R', "ps"}, {4, 'S', "vi"}};
    qsort(table, 4, sizeof table[0], by_state_then_pid);
    for (int i = 0; i < 4; i++)
        printf("%c%d:%s ", table[i].state, table[i].pid, table[i].name);
    putchar('\n');
    qsort(numbers, 0, sizeof(int), ascending);
    return 0;
}
