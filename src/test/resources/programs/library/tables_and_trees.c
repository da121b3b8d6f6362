// shows: hsearch, tsearch, lsearch and insque
#define _GNU_SOURCE
#include <search.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static int order(const void *a, const void *b)
{
    return strcmp(a, b);
}

static int numbers(const void *a, const void *b)
{
    return *(const int *)a - *(const int *)b;
}

static void visit(const void *node, VISIT which, int depth)
{
    if (which == postorder || which == leaf)
        printf("%s ", *(char *const *)node);
}

static void nothing(void *key)
{
}

struct item { struct item *next, *before; int value; };

int main(void)
{
    const char *words[] = {"pear", "apple", "fig", "date", "cherry", "apple", "banana", "plum"};
    hcreate(20);
    for (int i = 0; i < 8; i++) {
        ENTRY *entry = hsearch((ENTRY){(char *)words[i], (void *)(long)i}, ENTER);
        printf("%s %ld, ", entry->key, (long)entry->data);
    }
    printf("%d\n", hsearch((ENTRY){"kiwi"}, FIND) == NULL);
    hdestroy();

    void *root = NULL;
    for (int i = 0; i < 8; i++)
        tsearch(words[i], &root, order);
    twalk(root, visit);
    printf("%s\n", *(char **)tfind("fig", &root, order));
    tdelete("fig", &root, order);
    tdelete("pear", &root, order);
    printf("%d ", tdelete("kiwi", &root, order) == NULL);
    twalk(root, visit);
    printf("%d\n", tfind("fig", &root, order) == NULL);
    tdestroy(root, nothing);

    int table[10] = {5, 3, 9};
    size_t count = 3;
    int wanted[] = {3, 4, 9, 4};
    for (int i = 0; i < 4; i++) {
        int *found = lsearch(&wanted[i], table, &count, sizeof *table, numbers);
        printf("%td %zu, ", found - table, count);
    }
    int absent = 77;
    printf("%d\n", lfind(&absent, table, &count, sizeof *table, numbers) == NULL);

    struct item a = {.value = 1}, b = {.value = 2}, c = {.value = 3};
    insque(&a, NULL);
    insque(&c, &a);
    insque(&b, &a);
    for (struct item *each = &a; each; each = each->next)
        printf("%d ", each->value);
    remque(&b);
    for (struct item *each = &c; each; each = each->before)
        printf("%d ", each->value);
    printf("\n");
    return 0;
}
