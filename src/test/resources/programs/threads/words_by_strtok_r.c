// shows: two threads take words from two texts at once with strtok_r
#include <pthread.h>
#include <stdio.h>
#include <string.h>

static pthread_barrier_t barrier;

struct task {
    char text[64], joined[64];
    int words;
};

static void *work(void *argument) {
    struct task *task = argument;
    char *state;
    for (char *word = strtok_r(task->text, " ,", &state); word; word = strtok_r(NULL, " ,", &state)) {
        task->words++;
        strcat(task->joined, word);
        strcat(task->joined, "|");
        if (task->words <= 3)
            pthread_barrier_wait(&barrier);
    }
    return NULL;
}

int main(void) {
    struct task tasks[2] = {{"one two, three four"}, {"  alpha,beta gamma,, delta epsilon "}};
    pthread_t threads[2];
    pthread_barrier_init(&barrier, NULL, 2);
    for (int i = 0; i < 2; i++)
        pthread_create(&threads[i], NULL, work, &tasks[i]);
    for (int i = 0; i < 2; i++) {
        pthread_join(threads[i], NULL);
        printf("%d %s\n", tasks[i].words, tasks[i].joined);
    }
    return 0;
}
