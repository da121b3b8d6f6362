// shows: distances and comparisons within one static object are known before the program runs

#include <stdio.h>

int a[5];
static long d = &a[1] - &a[0];
struct s { int n; char c; } v[4];
long bytes = (char *)&v[2].c - (char *)&v[0];
int before = &a[1] < &a[3];
int null = &v[0] == 0;
int there = !"abc" == 0;
int *end = a + sizeof a / sizeof a[0];
long count = (a + 5) - a;

int main(void)
{
    printf("%ld %ld %d %d %d %d %ld\n", d, bytes, before, null, there, end == &a[5], count);
    return 0;
}
