// shows: what an initialiser leaves out is zero; inner braces may be left out

#include <stdio.h>

struct pair {
    int a, b;
};

struct nest {
    struct pair p[2];
    char s[4];
    double d;
};

static int table[3][3] = {1, 2, 3, 4};
static struct nest outer = {{{1}, {2}}, "xy", 1.5};
static const char *names[4] = {"only"};

int main(void)
{
    for (int i = 0; i < 3; i++) {
        printf("%d %d %d\n", table[i][0], table[i][1], table[i][2]);
    }
    printf("%d %d %d %d %s %d %g\n", outer.p[0].a, outer.p[0].b, outer.p[1].a, outer.p[1].b, outer.s,
           outer.s[3], outer.d);
    printf("%s %d\n", names[0], names[1] == NULL);
    struct nest flat = {1, 2, 3, 4, {'a', 'b'}, 9};
    printf("%d %d %s %g\n", flat.p[1].a, flat.p[1].b, flat.s, flat.d);
    int zeros[100] = {0}, i = 3, from[] = {i, i * i, [4] = i + 1};
    printf("%d %d %d %d %zu\n", zeros[99], from[1], from[3], from[4], sizeof from / sizeof(int));
    struct pair same = {i, i + 2}, copy = same;
    printf("%d %d\n", copy.b, same.b);
    char letters[] = {'n', 'o', '\0', 'x'};
    printf("%s %zu\n", letters, sizeof letters);
    char braced[] = {"in braces"};
    puts(braced);
    int scalar = {42};
    printf("%d\n", scalar);
    struct nest empty = {};
    printf("%d %g\n", empty.p[1].b, empty.d);
    struct pair trailing[] = {{1, 2,}, {3, 4,},};
    printf("%zu\n", sizeof trailing / sizeof trailing[0]);
    return 0;
}
