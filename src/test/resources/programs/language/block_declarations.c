// shows: declarations between statements; a loop's inner variable is made anew each time

#include <stdio.h>

int main(void)
{
    printf("first a statement\n");
    int a = 1;
    a++;
    int b = a * 10, *p = &b, c[3] = {a, b, *p + 1};
    printf("%d %d %d\n", c[0], c[1], c[2]);
    for (int i = 0; i < 3; i++) {
        int fresh = 0;
        static int kept = 0;
        fresh += i + 1;
        kept += i + 1;
        printf("%d/%d ", fresh, kept);
    }
    putchar('\n');
    struct local {
        int n;
    } l = {4};
    enum { HERE = 9 };
    int inner(int);
    printf("%d %d\n", l.n + HERE, inner(5));
    int first = 1, second = first + 1, third = second + first;
    printf("%d\n", third);
    ;;;
    {}
    return 0;
}

int inner(int n) { return n * n; }
