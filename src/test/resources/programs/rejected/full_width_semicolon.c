// shows: a full-width semicolon, as an input method for Chinese types it
// error: 8:22 ;

#include <stdio.h>

int main(void)
{
    printf("hello\n")；
    return 0;
}
