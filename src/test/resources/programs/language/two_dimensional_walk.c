// shows: recursion over a grid: filling a region and counting its cells

#include <stdio.h>

static char map[5][9] = {
    "..##....",
    ".#..#.#.",
    "#....#..",
    ".#..#...",
    "..##...."
};

static int fill(int row, int column)
{
    if (row < 0 || row > 4 || column < 0 || column > 7 || map[row][column] != '.')
        return 0;
    map[row][column] = '~';
    return 1 + fill(row - 1, column) + fill(row + 1, column) + fill(row, column - 1)
           + fill(row, column + 1);
}

int main(void)
{
    printf("%d cells\n", fill(2, 2));
    for (int i = 0; i < 5; i++)
        puts(map[i]);
    return 0;
}
