// shows: fork takes nothing
// error: 8:12 fork

#include <unistd.h>

int main(void)
{
    return fork(2) == 0;
}
