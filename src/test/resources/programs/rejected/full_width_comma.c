// shows: a full-width comma
// error: 8:18 ,

#include <stdio.h>

int main(void)
{
    printf("%d\n"， 5);
    return 0;
}
