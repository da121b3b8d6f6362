// shows: exec returns only when it fails

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void)
{
    int status;
    printf("%d", execl("/no/such/program", "program", NULL));
    printf(" %s\n", strerror(errno));
    printf("%d", execlp("no-such-program-anywhere", "x", NULL));
    printf(" %s\n", strerror(errno));
    printf("%d", execl("/", "x", NULL));
    printf(" %s\n", strerror(errno));
    fflush(stdout);
    if (fork() == 0) {
        execlp("false", "false", NULL);
        printf("never\n");
    }
    wait(&status);
    printf("%d\n", WEXITSTATUS(status));
    return 0;
}
