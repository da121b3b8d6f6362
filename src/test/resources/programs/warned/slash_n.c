// shows: /n where \n was meant: printed as it stands
// warning: 8:18 \n

#include <stdio.h>

int main(void)
{
    printf("hello/n");
    return 0;
}
