// shows: a statement without its semicolon
// error: 8:22 ;

#include <stdio.h>

int main(void)
{
    printf("hello\n")
    return 0;
}
