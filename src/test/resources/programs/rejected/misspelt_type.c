// shows: a misspelt type
// error: 9:5 pid_t

#include <sys/types.h>
#include <unistd.h>

int main(void)
{
    pidt pid = fork();
    return pid == 0;
}
