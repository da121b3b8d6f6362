// shows: \n outside a string
// error: 8:19 \

#include <stdio.h>

int main(void)
{
    printf("hello"\n);
    return 0;
}
