// shows: matrices multiplied, and a power of one computed by squaring

#include <stdio.h>
#include <string.h>

#define SIZE 2

typedef unsigned long long matrix[SIZE][SIZE];

static void multiply(matrix out, matrix a, matrix b)
{
    matrix result = {{0}};
    for (int i = 0; i < SIZE; i++) {
        for (int j = 0; j < SIZE; j++) {
            for (int k = 0; k < SIZE; k++) {
                result[i][j] += a[i][k] * b[k][j];
            }
        }
    }
    memcpy(out, result, sizeof(matrix));
}

int main(void)
{
    matrix power = {{1, 0}, {0, 1}}, base = {{1, 1}, {1, 0}};
    for (int n = 90; n; n >>= 1) {
        if (n & 1) {
            multiply(power, power, base);
        }
        multiply(base, base, base);
    }
    printf("%llu\n", power[0][1]);
    return 0;
}
