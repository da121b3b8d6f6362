// shows: a comment that is never closed
// error: 8:5 */

#include <stdio.h>

int main(void)
{
    /* a comment with the wrong end /*
    printf("hello\n");
    return 0;
}
