// shows: four threads write to one file; every record is whole when it is read again
#include <pthread.h>
#include <stdio.h>
#include <string.h>

static FILE *file;

static void *work(void *argument) {
    char record[33];
    memset(record, 'A' + (int)(long)argument, 32);
    record[31] = '\n';
    record[32] = 0;
    for (int i = 0; i < 250; i++)
        fputs(record, file);
    return NULL;
}

int main(void) {
    pthread_t threads[4];
    int counts[4] = {0}, broken = 0;
    char line[100];
    file = tmpfile();
    for (long i = 0; i < 4; i++)
        pthread_create(&threads[i], NULL, work, (void *)i);
    for (int i = 0; i < 4; i++)
        pthread_join(threads[i], NULL);
    printf("%ld bytes\n", ftell(file));
    rewind(file);
    while (fgets(line, sizeof line, file)) {
        char expected[33];
        memset(expected, line[0], 31);
        expected[31] = '\n';
        expected[32] = 0;
        if (strcmp(line, expected))
            broken++;
        else
            counts[line[0] - 'A']++;
    }
    printf("%d %d %d %d, broken %d\n", counts[0], counts[1], counts[2], counts[3], broken);
    return 0;
}
