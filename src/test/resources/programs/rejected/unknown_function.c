// shows: a function that exists nowhere
// error: 8:15 spawn_child

#include <stdio.h>

int main(void)
{
    int pid = spawn_child();
    printf("%d\n", pid);
    return 0;
}
