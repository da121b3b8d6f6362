// shows: each thread gets a structure of its own, filled by its maker and read after the join
#include <pthread.h>
#include <stdio.h>
#include <string.h>

struct task {
    int from, to;
    const char *label;
    long sum;
    char text[32];
};

static void *work(void *argument) {
    struct task *task = argument;
    for (int i = task->from; i <= task->to; i++)
        task->sum += i;
    snprintf(task->text, sizeof task->text, "%s=%ld", task->label, task->sum);
    return task;
}

int main(void) {
    struct task tasks[3] = {{1, 10, "ten"}, {1, 100, "hundred"}, {5, 4, "none"}};
    pthread_t threads[3];
    for (int i = 0; i < 3; i++)
        pthread_create(threads + i, NULL, work, tasks + i);
    for (int i = 0; i < 3; i++) {
        void *result;
        pthread_join(threads[i], &result);
        struct task *task = result;
        printf("%s %d %zu\n", task->text, task == tasks + i, strlen(task->text));
    }
    return 0;
}
