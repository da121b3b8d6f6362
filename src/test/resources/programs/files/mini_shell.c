// shows: a shell of forty lines: words, exec, exit statuses
// stdin: echo hello world\ntrue\nfalse\ntest 1 = 2\nno-such-command-here\nexit\necho never\n

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void)
{
    char line[128], *words[16];
    while (fgets(line, sizeof line, stdin)) {
        int n = 0, status;
        for (char *w = strtok(line, " \n"); w && n < 15; w = strtok(NULL, " \n"))
            words[n++] = w;
        words[n] = NULL;
        if (n == 0)
            continue;
        if (strcmp(words[0], "exit") == 0)
            break;
        fflush(stdout);
        pid_t pid = fork();
        if (pid == 0) {
            execvp(words[0], words);
            fprintf(stderr, "%s: not found\n", words[0]);
            _exit(127);
        }
        waitpid(pid, &status, 0);
        printf("%s: %d\n", words[0], WEXITSTATUS(status));
    }
    return 0;
}
