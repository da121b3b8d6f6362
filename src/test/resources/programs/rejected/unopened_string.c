// shows: a string without its opening quote
// error: 8:12 hello

#include <stdio.h>

int main(void)
{
    printf(hello\n");
    return 0;
}
