// shows: the result of a call cannot be assigned to: == was meant
// error: 8:16 ==

#include <unistd.h>

int main(void)
{
    if (fork() = 0) {
        return 1;
    }
    return 0;
}
