// shows: invisible non-breaking spaces from a web page
// error: 8:1 space

#include <stdio.h>

int main(void)
{
    printf("hello\n");
    return 0;
}
