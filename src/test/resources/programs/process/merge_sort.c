// shows: a tree of processes that each count the inversions of their half

#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

static int numbers[] = {9, 4, 8, 3, 1, 2, 7, 6};

static int inversions(int from, int to)
{
    if (to - from < 2)
        return 0;
    int middle = (from + to) / 2, status, count = 0;
    pid_t halves[2];
    for (int h = 0; h < 2; h++) {
        halves[h] = fork();
        if (halves[h] == 0)
            exit(h ? inversions(middle, to) : inversions(from, middle));
    }
    for (int i = from; i < middle; i++)
        for (int j = middle; j < to; j++)
            count += numbers[i] > numbers[j];
    for (int h = 0; h < 2; h++) {
        waitpid(halves[h], &status, 0);
        count += WEXITSTATUS(status);
    }
    return count;
}

int main(void)
{
    printf("%d\n", inversions(0, 8));
    return 0;
}
