// shows: recursion with one and several calls, and two functions calling each other

#include <stdio.h>

static int is_odd(unsigned n);

static int is_even(unsigned n) { return n == 0 ? 1 : is_odd(n - 1); }
static int is_odd(unsigned n) { return n == 0 ? 0 : is_even(n - 1); }

static unsigned long long factorial(int n) { return n < 2 ? 1 : n * factorial(n - 1); }

static int ackermann(int m, int n)
{
    if (m == 0) {
        return n + 1;
    }
    if (n == 0) {
        return ackermann(m - 1, 1);
    }
    return ackermann(m - 1, ackermann(m, n - 1));
}

static int moves;

static void hanoi(int n, char from, char to, char by)
{
    if (n == 0) {
        return;
    }
    hanoi(n - 1, from, by, to);
    moves++;
    if (n == 3) {
        printf("%c>%c ", from, to);
    }
    hanoi(n - 1, by, to, from);
}

static void binary(unsigned n)
{
    if (n > 1) {
        binary(n / 2);
    }
    putchar('0' + n % 2);
}

static int gcd(int a, int b) { return b ? gcd(b, a % b) : a; }

int main(void)
{
    printf("%d %d\n", is_even(10), is_odd(10));
    printf("%llu %llu\n", factorial(20), factorial(21));
    printf("%d\n", ackermann(2, 5));
    hanoi(5, 'A', 'C', 'B');
    printf("%d\n", moves);
    binary(202);
    printf("\n%d\n", gcd(1071, 462));
    return 0;
}
