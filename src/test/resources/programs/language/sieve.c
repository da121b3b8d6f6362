// shows: a sieve of primes over an array of a hundred thousand flags

#include <stdio.h>

#define LIMIT 100000

static char composite[LIMIT + 1];

int main(void)
{
    int count = 0, last = 0;
    for (int i = 2; i <= LIMIT; i++) {
        if (composite[i]) {
            continue;
        }
        count++;
        last = i;
        for (long j = (long) i * i; j <= LIMIT; j += i) {
            composite[j] = 1;
        }
    }
    printf("%d primes, the last is %d\n", count, last);
    return 0;
}
