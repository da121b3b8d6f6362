// shows: single characters, also a NUL in the middle of the output

#include <stdio.h>

int main(void)
{
    printf("%c%c%c\n", 'a', 98, 'c');
    printf("[%3c] [%-3c] [%1c]\n", 'x', 'y', 'z');
    printf("before%cafter\n", 0);
    printf("%c\n", 256 + 'q');
    printf("%c%c", 195, 169);
    printf("%c", '\n');
    char c = 'A';
    while (c < 'F')
        printf("%c", c++);
    printf(" %d\n", c);
    int n = printf("%c", '\0');
    printf("%d\n", n);
    return 0;
}
