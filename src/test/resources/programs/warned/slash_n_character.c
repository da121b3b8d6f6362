// shows: '/n' is a character constant of two characters; the last one is printed
// warning: 9:13 '\n'

#include <stdio.h>

int main(void)
{
    putchar('a');
    putchar('/n');
    return 0;
}
