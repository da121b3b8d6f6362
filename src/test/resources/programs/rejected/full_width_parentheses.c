// shows: full-width parentheses
// error: 9:21 (

#include <stdio.h>
#include <unistd.h>

int main(void)
{
    pid_t pid = fork（）;
    printf("%d\n", pid == 0);
    return 0;
}
