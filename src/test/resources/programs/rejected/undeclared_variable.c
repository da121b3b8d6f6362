// shows: a variable nobody declared
// error: 9:11 status

#include <stdio.h>
#include <sys/wait.h>

int main(void)
{
    wait(&status);
    return 0;
}
