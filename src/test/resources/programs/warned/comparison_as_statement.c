// shows: a comparison that stands alone does nothing
// warning: 9:7 =

#include <stdio.h>

int main(void)
{
    int x = 1;
    x == 5;
    printf("%d\n", x);
    return 0;
}
