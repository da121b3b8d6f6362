// shows: three programs in a pipeline, as a shell would connect them

#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void)
{
    char *commands[3][4] = {
        {"printf", "pear\napple\nfig\napple\n", NULL},
        {"sort", NULL},
        {"uniq", "-c", NULL},
    };
    int in = 0;
    for (int i = 0; i < 3; i++) {
        int ends[2] = {-1, 1};
        if (i < 2)
            pipe(ends);
        if (fork() == 0) {
            dup2(in, 0);
            dup2(ends[1], 1);
            if (i < 2)
                close(ends[0]);
            execvp(commands[i][0], commands[i]);
            _exit(127);
        }
        if (in)
            close(in);
        if (i < 2)
            close(ends[1]);
        in = ends[0];
    }
    int status, ok = 0;
    while (wait(&status) > 0)
        ok += WIFEXITED(status) && WEXITSTATUS(status) == 0;
    printf("%d ended well\n", ok);
    return 0;
}
