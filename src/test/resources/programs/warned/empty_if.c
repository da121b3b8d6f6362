// shows: a semicolon behind the condition is its whole body
// warning: 9:16 ;

#include <stdio.h>

int main(void)
{
    int x = 1;
    if (x == 2);
    {
        printf("always printed\n");
    }
    return 0;
}
