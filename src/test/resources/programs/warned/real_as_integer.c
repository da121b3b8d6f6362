// shows: %d with a double prints some other number
// warning: 10:18 %d
// mask: -?\d+

#include <stdio.h>

int main(void)
{
    double d = 2.5;
    printf("d is %d\n", d);
    return 0;
}
