// shows: both mistakes of a program should be reported in one go
// error: 9:18 ;
// error: 11:20 coutn

#include <stdio.h>

int main(void)
{
    int count = 3
    printf("%d\n", count);
    printf("%d\n", coutn);
    return 0;
}
