// shows: initialisers by name and by index, in any order, with gaps of zero

#include <stdio.h>

struct job {
    int id;
    const char *name;
    int args[4];
    struct {
        int code;
        char sign;
    } result;
};

int main(void)
{
    int a[] = {[3] = 7, 8, [0] = 1, 2};
    printf("%zu:", sizeof a / sizeof *a);
    for (int i = 0; i < 5; i++) {
        printf(" %d", a[i]);
    }
    putchar('\n');
    int b[10] = {1, [5 ... 7] = 9, 4};
    for (int i = 0; i < 10; i++) {
        printf("%d ", b[i]);
    }
    putchar('\n');
    struct job j = {.name = "wait", .args[2] = 5, .args = {1, [3] = 4}, .result.sign = '-', .id = 2};
    printf("%d %s %d %d %d %d\n", j.id, j.name, j.args[0], j.args[1], j.args[2], j.args[3]);
    printf("%d %c\n", j.result.code, j.result.sign);
    struct job k = {7, "fork", {1, 2}, {3}};
    printf("%d %d %d %d\n", k.args[1], k.args[3], k.result.code, k.result.sign);
    struct job list[] = {[1] = {.id = 5}, {6, "six"}};
    printf("%zu %d %d %s\n", sizeof list / sizeof *list, list[0].id, list[1].id, list[2].name);
    int twice[2] = {[0] = 1, [0] = 2};
    printf("%d %d\n", twice[0], twice[1]);
    return 0;
}
