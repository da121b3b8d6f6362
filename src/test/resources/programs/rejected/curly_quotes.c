// shows: quotes a word processor has made curly
// error: 8:12 "

#include <stdio.h>

int main(void)
{
    printf(“hello\n”);
    return 0;
}
