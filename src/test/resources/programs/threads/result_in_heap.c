// shows: a thread returns memory it has allocated, its joiner frees it
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>

static void *count(void *text) {
    int *counts = calloc(26, sizeof *counts);
    for (const char *c = text; *c; c++)
        if (*c >= 'a' && *c <= 'z')
            counts[*c - 'a']++;
    pthread_exit(counts);
}

int main(void) {
    char *texts[] = {"banana", "mississippi", ""};
    pthread_t threads[3];
    for (int i = 0; i < 3; i++)
        pthread_create(&threads[i], NULL, count, texts[i]);
    for (int i = 0; i < 3; i++) {
        int *counts;
        pthread_join(threads[i], (void **)&counts);
        printf("%s:", texts[i]);
        for (int c = 0; c < 26; c++)
            if (counts[c])
                printf(" %c%d", 'a' + c, counts[c]);
        putchar('\n');
        free(counts);
    }
    return 0;
}
