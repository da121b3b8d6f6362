// shows: bsearch in a sorted array

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static int compare(const void *key, const void *element)
{
    return *(const int *) key - *(const int *) element;
}

static int text(const void *key, const void *element)
{
    return strcmp(key, *(const char **) element);
}

int main(void)
{
    int primes[] = {2, 3, 5, 7, 11, 13, 17, 19};
    for (int k = 1; k < 22; k += 4) {
        int *found = bsearch(&k, primes, 8, sizeof(int), compare);
        printf("%d at %ld\n", k, found ? (long) (found - primes) : -1L);
    }
    const char *names[] = {"execve", "fork", "pause", "wait"};
    char **name = bsearch("pause", names, 4, sizeof(char *), text);
    printf("%s %ld\n", *name, (long) (name - (char **) names));
    printf("%d\n", bsearch("sleep", names, 4, sizeof(char *), text) == NULL);
    return 0;
}
