// shows: a string without its closing quote
// error: 8:12 "

#include <stdio.h>

int main(void)
{
    printf("hello\n);
    return 0;
}
