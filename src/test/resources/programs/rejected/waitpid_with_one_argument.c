// shows: a library function called with too few arguments
// error: 10:5 waitpid

#include <sys/wait.h>
#include <unistd.h>

int main(void)
{
    pid_t pid = fork();
    waitpid(pid);
    return 0;
}
