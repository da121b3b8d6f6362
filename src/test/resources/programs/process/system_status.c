// shows: system gives the status that wait would give
// order: lines

#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>

int main(void)
{
    int status = system("exit 3");
    printf("%d %d\n", WIFEXITED(status), WEXITSTATUS(status));
    status = system("kill -15 $$");
    printf("%d %d\n", WIFSIGNALED(status), WTERMSIG(status));
    printf("%d\n", WEXITSTATUS(system("no-such-command-at-all 2>/dev/null")));
    printf("%d\n", system(NULL) != 0);
    setenv("COLOUR", "green", 1);
    fflush(stdout);
    system("echo $COLOUR");
    return 0;
}
