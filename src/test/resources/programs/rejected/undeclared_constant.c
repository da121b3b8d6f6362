// shows: a constant whose header is missing
// error: 8:20 signal.h

#include <unistd.h>

int main(void)
{
    kill(getpid(), SIGKILL);
    return 0;
}
