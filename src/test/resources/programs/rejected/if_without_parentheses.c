// shows: a condition needs parentheses
// error: 9:8 (

#include <unistd.h>

int main(void)
{
    pid_t pid = fork();
    if pid == 0 {
        return 1;
    }
    return 0;
}
