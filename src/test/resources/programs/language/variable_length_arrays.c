// shows: arrays whose length is known only when the program runs

#include <stdio.h>

static int total(int rows, int columns, int grid[rows][columns])
{
    int sum = 0;
    for (int r = 0; r < rows; r++) {
        for (int c = 0; c < columns; c++) {
            sum += grid[r][c];
        }
    }
    return sum;
}

static void fill(int n)
{
    char line[n + 1];
    for (int i = 0; i < n; i++) {
        line[i] = 'a' + i;
    }
    line[n] = '\0';
    printf("%s %zu\n", line, sizeof line);
}

int main(void)
{
    for (int n = 1; n < 5; n++) {
        fill(n);
    }
    int rows = 2, columns = 3;
    int grid[rows][columns];
    for (int i = 0; i < rows * columns; i++) {
        grid[i / columns][i % columns] = i;
    }
    printf("%d %zu\n", total(rows, columns, grid), sizeof grid[0]);
    columns = 50;
    printf("%zu\n", sizeof grid);
    return 0;
}
