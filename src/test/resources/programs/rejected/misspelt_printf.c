// shows: a misspelt library function
// error: 8:5 printf

#include <stdio.h>

int main(void)
{
    prinft("hello\n");
    return 0;
}
