// shows: pointers move by elements, differ in elements and compare by place

#include <stdio.h>

int main(void)
{
    int a[6] = {0, 10, 20, 30, 40, 50};
    int *p = a + 2, *end = &a[6];
    printf("%d %d %d\n", *p, p[1], p[-1]);
    printf("%ld %ld\n", end - p, p - end);
    printf("%d %d\n", p < end, p == &a[2]);
    printf("%d\n", *(end - 1));
    printf("%ld\n", (char *) end - (char *) a);
    p += 3;
    printf("%d\n", *p);
    p -= 2;
    printf("%d\n", *p--);
    printf("%d\n", *p);
    printf("%d %d\n", 3[a], *(a + 3));
    char *bytes = (char *) a;
    printf("%d %d\n", bytes[4], bytes[5]);
    bytes[5] = 1;
    printf("%d\n", a[1]);
    double grid[3][2];
    printf("%ld\n", (long) ((char *) grid[2] - (char *) grid[0]));
    void *v = a;
    printf("%d\n", *(int *) v);
    v += 4;
    printf("%d\n", *(int *) v);
    int total = 0;
    for (int *q = a; q != end; ++q) {
        total += *q;
    }
    printf("%d\n", total);
    return 0;
}
