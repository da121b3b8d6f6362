// shows: exec in a thread replaces the whole process, under the process's own id
#include <pthread.h>
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

static char expected[32];

static void *execs(void *unused) {
    execl("/bin/sh", "sh", "-c", "test $$ = $0 && echo the same pid; exit 5", expected, (char *)NULL);
    perror("execl");
    return NULL;
}

static void *sleeps(void *unused) {
    for (;;)
        pause();
}

int main(void) {
    int status;
    pid_t pid = fork();
    if (pid == 0) {
        pthread_t threads[3];
        snprintf(expected, sizeof expected, "%d", getpid());
        pthread_create(&threads[0], NULL, sleeps, NULL);
        pthread_create(&threads[1], NULL, sleeps, NULL);
        pthread_create(&threads[2], NULL, execs, NULL);
        pthread_join(threads[0], NULL);
    }
    waitpid(pid, &status, 0);
    printf("exited %d with %d\n", WIFEXITED(status), WEXITSTATUS(status));
    return 0;
}
