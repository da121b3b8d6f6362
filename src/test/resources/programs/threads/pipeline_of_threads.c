// shows: three threads joined by pipes: one makes lines, one changes them, one prints them
#include <ctype.h>
#include <pthread.h>
#include <stdio.h>
#include <unistd.h>

static int first[2], second[2];

static void *make(void *unused) {
    FILE *out = fdopen(first[1], "w");
    for (int i = 1; i <= 5; i++)
        fprintf(out, "line %d of the first thread\n", i);
    fclose(out);
    return NULL;
}

static void *shout(void *unused) {
    char c;
    while (read(first[0], &c, 1) == 1) {
        c = toupper((unsigned char)c);
        write(second[1], &c, 1);
    }
    close(first[0]);
    close(second[1]);
    return NULL;
}

static void *print(void *unused) {
    FILE *in = fdopen(second[0], "r");
    char line[100];
    long count = 0;
    while (fgets(line, sizeof line, in)) {
        printf("%ld: %s", ++count, line);
    }
    fclose(in);
    return (void *)count;
}

int main(void) {
    pthread_t threads[3];
    void *count;
    pipe(first);
    pipe(second);
    pthread_create(&threads[2], NULL, print, NULL);
    pthread_create(&threads[1], NULL, shout, NULL);
    pthread_create(&threads[0], NULL, make, NULL);
    pthread_join(threads[0], NULL);
    pthread_join(threads[1], NULL);
    pthread_join(threads[2], &count);
    printf("%ld lines\n", (long)count);
    return 0;
}
