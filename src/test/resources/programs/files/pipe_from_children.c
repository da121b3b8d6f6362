// shows: three children write records into one pipe, the parent sums them

#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

struct record {
    int from;
    long value;
};

int main(void)
{
    int ends[2];
    pipe(ends);
    for (int i = 1; i <= 3; i++) {
        if (fork() == 0) {
            close(ends[0]);
            struct record r = {i, i * 100000L};
            write(ends[1], &r, sizeof r);
            _exit(0);
        }
    }
    close(ends[1]);
    struct record r;
    long sum = 0;
    int seen = 0;
    while (read(ends[0], &r, sizeof r) == sizeof r) {
        sum += r.value;
        seen |= 1 << r.from;
    }
    while (wait(NULL) > 0)
        ;
    printf("%ld %x\n", sum, seen);
    return 0;
}
