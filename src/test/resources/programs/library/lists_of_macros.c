// shows: the lists of sys/queue.h
#include <stdio.h>
#include <stdlib.h>
#include <sys/queue.h>

struct job {
    int number;
    TAILQ_ENTRY(job) tail;
    LIST_ENTRY(job) list;
    SLIST_ENTRY(job) single;
    STAILQ_ENTRY(job) simple;
};
TAILQ_HEAD(tail_queue, job);
LIST_HEAD(job_list, job);
SLIST_HEAD(single_list, job) single = SLIST_HEAD_INITIALIZER(single);
STAILQ_HEAD(simple_queue, job);

int main(void)
{
    struct tail_queue queue = TAILQ_HEAD_INITIALIZER(queue);
    struct job_list list;
    struct simple_queue simple;
    struct job jobs[5], *job;
    LIST_INIT(&list);
    STAILQ_INIT(&simple);
    printf("%d %d\n", TAILQ_EMPTY(&queue), LIST_EMPTY(&list));
    for (int i = 0; i < 5; i++) {
        jobs[i].number = i;
        if (i % 2)
            TAILQ_INSERT_HEAD(&queue, &jobs[i], tail);
        else
            TAILQ_INSERT_TAIL(&queue, &jobs[i], tail);
        if (i < 3)
            LIST_INSERT_HEAD(&list, &jobs[i], list);
        SLIST_INSERT_HEAD(&single, &jobs[i], single);
        STAILQ_INSERT_TAIL(&simple, &jobs[i], simple);
    }
    LIST_INSERT_AFTER(&jobs[1], &jobs[3], list);
    LIST_INSERT_BEFORE(&jobs[1], &jobs[4], list);
    TAILQ_FOREACH(job, &queue, tail)
        printf("%d ", job->number);
    TAILQ_FOREACH_REVERSE(job, &queue, tail_queue, tail)
        printf("%d ", job->number);
    TAILQ_REMOVE(&queue, &jobs[0], tail);
    TAILQ_REMOVE(&queue, TAILQ_LAST(&queue, tail_queue), tail);
    TAILQ_INSERT_AFTER(&queue, TAILQ_FIRST(&queue), &jobs[0], tail);
    printf("| ");
    TAILQ_FOREACH(job, &queue, tail)
        printf("%d ", job->number);
    printf("\n");
    LIST_FOREACH(job, &list, list)
        printf("%d ", job->number);
    LIST_REMOVE(&jobs[1], list);
    printf("| ");
    LIST_FOREACH(job, &list, list)
        printf("%d ", job->number);
    printf("\n");
    SLIST_REMOVE(&single, &jobs[2], job, single);
    SLIST_REMOVE_HEAD(&single, single);
    SLIST_FOREACH(job, &single, single)
        printf("%d ", job->number);
    STAILQ_REMOVE(&simple, &jobs[4], job, simple);
    STAILQ_INSERT_TAIL(&simple, &jobs[4], simple);
    STAILQ_REMOVE_HEAD(&simple, simple);
    printf("| ");
    while (!STAILQ_EMPTY(&simple)) {
        printf("%d ", STAILQ_FIRST(&simple)->number);
        STAILQ_REMOVE_HEAD(&simple, simple);
    }
    printf("\n");
    return 0;
}
