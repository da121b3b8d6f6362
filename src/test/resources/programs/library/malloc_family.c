// shows: malloc, calloc, realloc and free

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int main(void)
{
    int *a = malloc(4 * sizeof(int));
    for (int i = 0; i < 4; i++)
        a[i] = i * i;
    a = realloc(a, 1000 * sizeof *a);
    a[999] = 7;
    printf("%d %d %d\n", a[2], a[3], a[999]);
    a = realloc(a, 2 * sizeof *a);
    printf("%d\n", a[1]);
    free(a);
    char *zeros = calloc(100, 3);
    int sum = 0;
    for (int i = 0; i < 300; i++)
        sum += zeros[i];
    printf("%d\n", sum);
    free(zeros);
    free(NULL);
    char *fresh = realloc(NULL, 6);
    strcpy(fresh, "fresh");
    puts(fresh);
    free(fresh);
    char *one = malloc(1), *two = malloc(1);
    printf("%d %d\n", one != two, (long) one % 16 == 0);
    free(one);
    free(two);
    int **rows = malloc(3 * sizeof *rows);
    for (int i = 0; i < 3; i++) {
        rows[i] = malloc(3 * sizeof **rows);
        for (int j = 0; j < 3; j++)
            rows[i][j] = 10 * i + j;
    }
    printf("%d %d\n", rows[2][1], rows[0][2]);
    for (int i = 0; i < 3; i++)
        free(rows[i]);
    free(rows);
    printf("%d\n", calloc(0, 0) != NULL);
    return 0;
}
