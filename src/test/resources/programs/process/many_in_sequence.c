// shows: two hundred children one after the other

#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void)
{
    int sum = 0;
    for (int i = 0; i < 200; i++) {
        int status;
        pid_t pid = fork();
        if (pid == -1) {
            perror("fork");
            return 1;
        }
        if (pid == 0)
            _exit(i);
        if (wait(&status) == pid)
            sum += WEXITSTATUS(status);
    }
    printf("%d\n", sum);
    return 0;
}
