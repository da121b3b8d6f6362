// shows: the lost newline changes what fork copies
// warning: 9:18 \n

#include <stdio.h>
#include <unistd.h>

int main(void)
{
    printf("fork!/n");
    fork();
    return 0;
}
