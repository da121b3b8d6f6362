// shows: arguments, results and assignments are converted to the declared type

#include <stdio.h>

static int whole(double d) { return d; }
static double real(int n) { return n; }
static char cut(int n) { return n; }
static unsigned char byte(int n) { return n; }
static float single(double d) { return d; }
static _Bool truth(double d) { return d; }
static long widen(int n) { return n; }
static unsigned flip(int n) { return n; }

int main(void)
{
    printf("%d %d\n", whole(3.99), whole(-0.5));
    printf("%g\n", real(2.7));
    printf("%d %d\n", cut(321), byte(-1));
    printf("%d\n", single(0.1) == 0.1);
    printf("%d %d\n", truth(0.001), truth(0));
    printf("%ld %ld\n", widen(4294967295u), widen(5000000000));
    printf("%u\n", flip(-1));
    int i = 'A';
    char c = 66.9;
    double d = 7 / 2;
    float f = 1 / 3.0f;
    printf("%c %c %g %.3f\n", i, c, d, f);
    long l = 1 << 20;
    l *= l;
    printf("%ld\n", l);
    l = 100000 * 100000L;
    printf("%ld\n", l);
    unsigned u = 3.7;
    printf("%u\n", u);
    return 0;
}
