// shows: a character without its closing quote
// error: 8:13 '

#include <stdio.h>

int main(void)
{
    putchar('x);
    return 0;
}
