// shows: %n stores the count so far, %% prints a percent sign, printf returns its length

#include <stdio.h>

int main(void)
{
    int a = -1, b = -1;
    long l = -1;
    signed char tiny = -1;
    int n = printf("abc%ndef%n\n", &a, &b);
    printf("%d %d %d\n", a, b, n);
    printf("%d%s%ln%hhn\n", 12345, "xy", &l, &tiny);
    printf("%ld %d\n", l, tiny);
    printf("100%% %d%%\n", 5);
    printf("%d\n", printf("%s", ""));
    printf("%d\n", printf("four\n"));
    n = printf("%5d|%-5s|\n", 1, "é");
    printf("%d\n", n);
    return 0;
}
