// shows: a declaration without its semicolon
// error: 8:18 ;

#include <stdio.h>

int main(void)
{
    int count = 5
    printf("%d\n", count);
    return 0;
}
