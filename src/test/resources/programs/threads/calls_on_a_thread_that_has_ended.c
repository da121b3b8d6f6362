// shows: a thread that has ended and was not joined can still be asked about
// races: id
#define _GNU_SOURCE
#include <dirent.h>
#include <errno.h>
#include <pthread.h>
#include <sched.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

static void tell(const char *what, int error) { printf("%s: %s\n", what, error ? strerror(error) : "0"); }

static pid_t id;
static void *nothing(void *unused) {
    id = gettid();
    return "its result";
}

int main(void) {
    pthread_t thread;
    char name[20] = "", path[64];
    void *result;
    struct sched_param priority;
    int policy;
    pthread_create(&thread, NULL, nothing, NULL);
    do {
        sched_yield();
        snprintf(path, sizeof path, "/proc/self/task/%d", *(volatile pid_t *)&id);
    } while (!id || access(path, F_OK) == 0);
    tell("signal 0", pthread_kill(thread, 0));
    tell("signal 15", pthread_kill(thread, SIGTERM));
    tell("signal 65", pthread_kill(thread, 65));
    tell("signal -1", pthread_kill(thread, -1));
    tell("cancel", pthread_cancel(thread));
    tell("try to join", pthread_tryjoin_np(thread, &result));
    printf("%s\n", (char *)result);
    return 0;
}
