// shows: a call without its closing parenthesis
// error: 8:21 )

#include <stdio.h>

int main(void)
{
    printf("hello\n";
    return 0;
}
