// shows: fork in a thread gives a process with that thread only; its end is the process's
#include <dirent.h>
#include <pthread.h>
#include <semaphore.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

static int tasks(void) {
    DIR *folder = opendir("/proc/self/task");
    struct dirent *entry;
    int count = 0;
    while ((entry = readdir(folder)))
        count += entry->d_name[0] != '.';
    closedir(folder);
    return count;
}

static void *forks(void *unused) {
    pthread_t self = pthread_self();
    int status;
    printf("before: %d threads\n", tasks());
    fflush(stdout);
    pid_t pid = fork();
    if (pid == 0) {
        printf("child: %d thread, its id is the process's %d, pthread_self is the same %d\n", tasks(), syscall(SYS_gettid) == getpid(), pthread_equal(self, pthread_self()) != 0);
        pthread_exit((void *)1L);
    }
    waitpid(pid, &status, 0);
    printf("child exited %d with %d\n", WIFEXITED(status), WEXITSTATUS(status));
    return NULL;
}

static sem_t end;

static void *waits(void *unused) {
    sem_wait(&end);
    return NULL;
}

int main(void) {
    pthread_t a, b;
    pthread_create(&a, NULL, waits, NULL);
    pthread_create(&b, NULL, forks, NULL);
    pthread_join(b, NULL);
    sem_post(&end);
    pthread_join(a, NULL);
    return 0;
}
