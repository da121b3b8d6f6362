// shows: names are case sensitive
// error: 8:5 printf

#include <stdio.h>

int main(void)
{
    Printf("hello\n");
    return 0;
}
