// shows: children count the primes of their hundred numbers

#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

int is_prime(int n)
{
    int d;
    if (n < 2)
        return 0;
    for (d = 2; d * d <= n; d++)
        if (n % d == 0)
            return 0;
    return 1;
}

int main()
{
    int i, n, status, total = 0;
    for (i = 0; i < 10; i++)
        if (fork() == 0) {
            int found = 0;
            for (n = i * 100; n < (i + 1) * 100; n++)
                found += is_prime(n);
            exit(found);
        }
    for (i = 0; i < 10; i++) {
        wait(&status);
        if (WIFEXITED(status))
            total = total + WEXITSTATUS(status);
    }
    printf("%d primes below 1000\n", total);
    return 0;
}
