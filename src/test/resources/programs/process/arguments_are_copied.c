// shows: argv belongs to both; the child's changes stay its own
// args: 3 4 5

#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

int main(int argc, char *argv[])
{
    int sum = 0;
    if (argc < 2) {
        fprintf(stderr, "numbers, please\n");
        return 1;
    }
    for (int i = 1; i < argc; i++) {
        int status;
        pid_t pid = fork();
        if (pid == 0) {
            int n = atoi(argv[i]);
            argv[i] = "changed";
            exit(n * n);
        }
        waitpid(pid, &status, 0);
        printf("%s squared is %d\n", argv[i], WEXITSTATUS(status));
        fflush(stdout);
        sum += WEXITSTATUS(status);
    }
    printf("%d\n", sum);
    return 0;
}
