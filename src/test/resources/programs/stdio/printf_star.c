// shows: width and precision taken from the arguments; negative ones mean something else

#include <stdio.h>

int main(void)
{
    printf("[%*d] [%-*d] [%0*d]\n", 6, 42, 6, 42, 6, 42);
    printf("[%*d]\n", -6, 42);
    printf("[%.*f] [%.*f]\n", 2, 3.14159, 0, 3.14159);
    printf("[%.*d] [%.*s]\n", 5, 42, 3, "abcdef");
    printf("[%.*s] [%.*d]\n", -1, "abcdef", -1, 42);
    printf("[%*.*f] [%-*.*s]\n", 9, 3, 2.71828, 6, 2, "xyz");
    printf("[%.s] [%.d] [%.f]\n", "gone", 0, 2.5);
    for (int i = 1; i <= 4; i++) {
        printf("%*s%.*s\n", 5 - i, "", 2 * i - 1, "*******");
    }
    return 0;
}
