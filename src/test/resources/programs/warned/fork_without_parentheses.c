// shows: fork without parentheses names the function and does not call it
// warning: 9:5 fork()

#include <stdio.h>
#include <unistd.h>

int main(void)
{
    fork;
    printf("only one process\n");
    return 0;
}
