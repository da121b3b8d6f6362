// shows: memset, memcpy and memmove, also with overlap

#include <stdio.h>
#include <string.h>

int main(void)
{
    char text[] = "0123456789";
    memmove(text + 2, text, 5);
    puts(text);
    strcpy(text, "0123456789");
    memmove(text, text + 3, 6);
    puts(text);
    memset(text, '-', 4);
    puts(text);
    int numbers[4];
    memset(numbers, 0, sizeof numbers);
    printf("%d\n", numbers[3]);
    memset(numbers, 1, sizeof numbers);
    printf("%d\n", numbers[0]);
    memset(numbers, -1, sizeof numbers);
    printf("%d\n", numbers[2]);
    int copy[4] = {1, 2, 3, 4};
    memcpy(numbers, copy, 2 * sizeof(int));
    printf("%d %d %d\n", numbers[0], numbers[1], numbers[2]);
    struct { char c; int i; } a = {'x', 7}, b;
    memcpy(&b, &a, sizeof a);
    printf("%c %d\n", b.c, b.i);
    bzero(text, sizeof text);
    printf("%zu\n", strlen(text));
    return 0;
}
