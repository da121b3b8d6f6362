// shows: a _Bool holds only 0 or 1, whatever is stored

#include <stdbool.h>
#include <stdio.h>

int main(void)
{
    _Bool b = 256;
    bool c = 0.25;
    bool d = "text";
    bool e = (char) 256;
    bool n = (void *) 0;
    printf("%d %d %d %d %d\n", b, c, d, e, n);
    b += 5;
    printf("%d\n", b);
    b--;
    printf("%d\n", b);
    b--;
    printf("%d\n", b);
    printf("%d %d\n", true + true, !b);
    printf("%d\n", (bool) -3 == true);
    printf("%d\n", !!42);
    return 0;
}
