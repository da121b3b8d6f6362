// shows: five threads fork a child each and wait for it
#include <pthread.h>
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

static int statuses[5];

static void *work(void *argument) {
    long me = (long)argument;
    pid_t pid = fork();
    if (pid == 0)
        _exit(10 + me);
    waitpid(pid, &statuses[me], 0);
    return NULL;
}

int main(void) {
    pthread_t threads[5];
    for (long i = 0; i < 5; i++)
        pthread_create(&threads[i], NULL, work, (void *)i);
    for (int i = 0; i < 5; i++) {
        pthread_join(threads[i], NULL);
        printf("%d ", WEXITSTATUS(statuses[i]));
    }
    puts("");
    return 0;
}
