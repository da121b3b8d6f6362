// shows: backtracking: the eight queens, counted

#include <stdio.h>
#include <stdlib.h>

int places[8];

int safe(row, column)
{
    int r;
    for (r = 0; r < row; r++)
        if (places[r] == column || abs(places[r] - column) == row - r)
            return 0;
    return 1;
}

int solve(int row)
{
    int column, found = 0;
    if (row == 8)
        return 1;
    for (column = 0; column < 8; column++)
        if (safe(row, column)) {
            places[row] = column;
            found += solve(row + 1);
        }
    return found;
}

int main()
{
    printf("%d\n", solve(0));
}
