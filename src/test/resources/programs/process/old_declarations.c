// shows: declarations that say nothing of parameters; a definition of 1978; types that default to int

#include <stdio.h>

int fork();
int wait();
void exit();
extern getpid();

static counter;

add(a, b)
int a, b;
{
    return a + b;
}

fifth(a, b, c, d, e)
{
    return a = e;
}

main(argc, argv)
int argc;
char **argv;
{
    int before = 11, f(), after = 22;
    register i;
    auto j = 2;
    for (i = 0; i < 3; i++) {
        counter += add(i, j);
    }
    if (fork() == 0) {
        exit(2);
    }
    wait();
    printf("%d %d %d\n", counter, argc, getpid() > 1);
    f(1);
    fifth(1);
    printf("%d %d %d\n", before, after, f(5, 6, 7));
    return 0;
}

int f(x)
int x;
{
    return x = x * 2;
}
