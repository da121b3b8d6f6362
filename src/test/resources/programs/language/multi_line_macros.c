// shows: macros of several lines, with statements and with values (a GNU extension)

#include <stdio.h>
#include <stdlib.h>

#define CHECK(condition, message)              \
    do {                                       \
        if (!(condition)) {                    \
            printf("failed: %s\n", message);   \
            failures++;                        \
        }                                      \
    } while (0)

#define SWAP(type, a, b)  \
    {                     \
        type keep = a;    \
        a = b;            \
        b = keep;         \
    }

#define LARGER(a, b)                \
    ({                              \
        __typeof__(a) left = (a);   \
        __typeof__(b) right = (b);  \
        left > right ? left : right; \
    })

#define FOR_EACH(item, array) \
    for (int *item = array; item < array + sizeof array / sizeof *array; item++)

static int failures;

int main(void)
{
    if (1)
        CHECK(1 + 1 == 2, "sum");
    else
        CHECK(0, "never");
    CHECK(2 > 3, "order");
    int a = 1, b = 2;
    SWAP(int, a, b)
    printf("%d %d\n", a, b);
    printf("%d", LARGER(a++, b));
    printf(" %d\n", a);
    int numbers[] = {4, 5, 6};
    FOR_EACH (n, numbers) {
        printf("%d ", *n);
    }
    printf("%d\n", failures);
    return EXIT_SUCCESS;
}
