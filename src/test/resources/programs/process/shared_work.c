// shows: children search parts of an array and report through their exit statuses

#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#define PARTS 4
#define SIZE 100

int main(void)
{
    int numbers[SIZE], sum = 0, largest = 0;
    pid_t pids[PARTS];
    for (int i = 0; i < SIZE; i++)
        numbers[i] = i * 37 % 101;
    for (int p = 0; p < PARTS; p++) {
        pids[p] = fork();
        if (pids[p] == 0) {
            int best = 0;
            for (int i = p * SIZE / PARTS; i < (p + 1) * SIZE / PARTS; i++)
                if (numbers[i] > best)
                    best = numbers[i];
            exit(best);
        }
    }
    for (int p = 0; p < PARTS; p++) {
        int status;
        waitpid(pids[p], &status, 0);
        printf("part %d: %d\n", p, WEXITSTATUS(status));
        sum += WEXITSTATUS(status);
        if (WEXITSTATUS(status) > largest)
            largest = WEXITSTATUS(status);
    }
    printf("largest %d, sum %d\n", largest, sum);
    return 0;
}
