// shows: curly single quotes
// error: 8:13 '

#include <stdio.h>

int main(void)
{
    putchar(‘x’);
    return 0;
}
