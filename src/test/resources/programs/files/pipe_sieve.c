// shows: primes by a chain of processes, each filtering the multiples of its own

#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

static void filter(int in)
{
    int prime, n, ends[2];
    if (read(in, &prime, sizeof prime) != sizeof prime)
        exit(0);
    printf("%d ", prime);
    fflush(stdout);
    pipe(ends);
    if (fork() == 0) {
        close(ends[1]);
        close(in);
        filter(ends[0]);
    }
    close(ends[0]);
    while (read(in, &n, sizeof n) == sizeof n)
        if (n % prime)
            write(ends[1], &n, sizeof n);
    close(ends[1]);
    wait(NULL);
    exit(0);
}

int main(void)
{
    int ends[2];
    pipe(ends);
    if (fork() == 0) {
        close(ends[1]);
        filter(ends[0]);
    }
    close(ends[0]);
    for (int n = 2; n < 40; n++)
        write(ends[1], &n, sizeof n);
    close(ends[1]);
    wait(NULL);
    printf("\n");
    return 0;
}
