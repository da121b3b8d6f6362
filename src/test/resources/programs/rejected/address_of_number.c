// shows: a number has no address
// error: 8:10 address

#include <sys/wait.h>

int main(void)
{
    wait(&0);
    return 0;
}
