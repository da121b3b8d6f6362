// shows: threads run commands with popen and system at once
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>

static char lines[4][64];
static int statuses[4];

static void *work(void *argument) {
    long me = (long)argument;
    char command[64];
    if (me == 3) {
        statuses[me] = system("exit 7");
        return NULL;
    }
    snprintf(command, sizeof command, "echo hello %ld; exit %ld", me * 11, me);
    FILE *in = popen(command, "r");
    fgets(lines[me], sizeof lines[me], in);
    statuses[me] = pclose(in);
    return NULL;
}

int main(void) {
    pthread_t threads[4];
    for (long i = 0; i < 4; i++)
        pthread_create(&threads[i], NULL, work, (void *)i);
    for (int i = 0; i < 4; i++) {
        pthread_join(threads[i], NULL);
        lines[i][strcspn(lines[i], "\n")] = 0;
        printf("%d: '%s' exited with %d\n", i, lines[i], WEXITSTATUS(statuses[i]));
    }
    return 0;
}
