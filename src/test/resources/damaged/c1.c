#includesys/types.h
#includestdio.h
#includestdlib.h
#include <unistd.h>
/* Says hello */
int main(void)
{
    pid_t pid = fork();
    if (pid == −1) {
        perror("fork failed");
        exit(EXIT_FAILURE);
    }
    else if (pid == 0) {
        printf("Hello from the child process!\n");
        _exit(EXIT_SUCCESS);
    }
    else {
        int status;
        (void)waitpid(pid, &amp;status, 0);
    }
    return EXIT_SUCCESS;
}
