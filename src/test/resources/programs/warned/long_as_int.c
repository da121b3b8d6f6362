// shows: %d with a long prints its lower half
// warning: 9:13 %d

#include <stdio.h>

int main(void)
{
    long big = 4294967298;
    printf("%d\n", big);
    return 0;
}
