// shows: an argument without its conversion is not printed
// warning: 8:27 argument

#include <stdio.h>

int main(void)
{
    printf("one %d\n", 1, 2);
    return 0;
}
