// shows: const things are read like others; pointers may be const in two places

#include <stdio.h>

static const int table[] = {1, 2, 3};
const char greeting[] = "hi";

static int sum(const int *const from, const int n)
{
    int total = 0;
    for (const int *p = from; p < from + n; p++) {
        total += *p;
    }
    return total;
}

int main(void)
{
    const int limit = 10;
    int const other = limit * 2;
    int n = 1;
    const int *reader = &n;
    int *const fixed = &n;
    *fixed = 5;
    printf("%d %d %d\n", *reader, limit, other);
    reader = &limit;
    printf("%d %s\n", *reader, greeting);
    printf("%d\n", sum(table, 3));
    return 0;
}
