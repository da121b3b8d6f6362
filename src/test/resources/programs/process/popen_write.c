// shows: what is written to a popen stream is a command's input, and pclose waits for the command
// order: lines

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>

int main(void)
{
    FILE *sort = popen("sort; exit 4", "w");
    int status;
    fputs("pear\napple\nfig\n", sort);
    status = pclose(sort);
    printf("%d %d\n", WIFEXITED(status), WEXITSTATUS(status));
    status = pclose(popen("kill -9 $$", "r"));
    printf("%d %d\n", WIFSIGNALED(status), WTERMSIG(status));
    errno = 0;
    printf("%d\n", popen("true", "rw") == NULL && errno == EINVAL);
    return 0;
}
