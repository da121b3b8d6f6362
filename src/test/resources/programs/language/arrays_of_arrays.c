// shows: arrays of arrays lie row by row; a row decays to a pointer to its first element

#include <stdio.h>

#define ROWS 3
#define COLUMNS 4

static int sum(int grid[][COLUMNS], int rows)
{
    int total = 0;
    for (int r = 0; r < rows; r++) {
        for (int c = 0; c < COLUMNS; c++) {
            total += grid[r][c];
        }
    }
    return total;
}

static int first_of(int (*row)[COLUMNS])
{
    return (*row)[0];
}

int main(void)
{
    int grid[ROWS][COLUMNS] = {{1, 2, 3, 4}, {5, 6}, {9, 10, 11, 12}};
    printf("%d\n", sum(grid, ROWS));
    printf("%zu %zu %zu\n", sizeof grid, sizeof grid[0], sizeof grid / sizeof *grid);
    printf("%d %d %d\n", grid[1][1], grid[1][2], *(*(grid + 2) + 3));
    int *flat = &grid[0][0];
    printf("%d %d\n", flat[4], flat[11]);
    printf("%d %d\n", first_of(grid + 2), first_of(&grid[1]));
    int (*row)[COLUMNS] = grid;
    row++;
    printf("%d\n", (*row)[0]);
    int cube[2][3][2] = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12};
    printf("%d %d %zu\n", cube[1][0][1], cube[0][2][0], sizeof cube[0]);
    char names[3][6] = {"Ada", "Linus", "Ken"};
    for (int i = 0; i < 3; i++) {
        printf("%s %zu\n", names[i], sizeof names[i]);
    }
    return 0;
}
