// shows: alloca gives memory until its function returns
#include <alloca.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static int sum(int n)
{
    int *numbers = alloca(n * sizeof *numbers);
    int total = 0;
    for (int i = 0; i < n; i++)
        numbers[i] = i;
    if (n > 1)
        total += sum(n - 1);
    for (int i = 0; i < n; i++)
        total += numbers[i];
    return total;
}

int main(void)
{
    char *kept = alloca(20);
    strcpy(kept, "kept in main");
    int total = 0;
    for (int i = 0; i < 200; i++)
        total += sum(i % 30);
    for (int i = 0; i < 3; i++) {
        char *each = alloca(10);
        sprintf(each, "%d", i);
        printf("%s ", each);
    }
    printf("%d %s\n", total, kept);
    return 0;
}
