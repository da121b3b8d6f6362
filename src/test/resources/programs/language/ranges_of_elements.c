// shows: one value for several elements of an array (a GNU extension)

#include <stddef.h>
#include <stdio.h>

struct place {
    int x, y;
};

#define N 3

static struct place places[] = {[0 ... 2] = {1, 2}, [3 ... 4].x = 7};
static int grid[4][3] = {[0 ... 3] = {5, 6}};
static int many[] = {[0 ... N - 1] = -1, [N ... 2 * N - 1] = N};

int main(void)
{
    printf("%d %d %d %zu\n", places[2].y, places[4].x, places[4].y, sizeof places / sizeof *places);
    printf("%d %d\n", grid[3][1], grid[3][2]);
    printf("%d %d %zu\n", many[2], many[5], sizeof many / sizeof *many);
    printf("%zu %zu\n", __builtin_offsetof(struct place, y), sizeof(__SIZE_TYPE__));
    return 0;
}
