// shows: a deadly signal to one thread ends all of them
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

static void *sleeps(void *unused) {
    for (;;)
        pause();
}

static void *raises(void *number) {
    raise((int)(long)number);
    puts("never");
    return NULL;
}

int main(void) {
    long numbers[] = {SIGTERM, SIGKILL, SIGUSR1, SIGABRT};
    for (int i = 0; i < 4; i++) {
        int status;
        fflush(stdout);
        if (fork() == 0) {
            pthread_t threads[3];
            for (int n = 0; n < 3; n++)
                pthread_create(&threads[n], NULL, n < 2 ? sleeps : raises, (void *)numbers[i]);
            sleeps(NULL);
        }
        wait(&status);
        printf("signaled %d by %d\n", WIFSIGNALED(status), WTERMSIG(status) == numbers[i]);
    }
    return 0;
}
