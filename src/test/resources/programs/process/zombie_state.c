// shows: the kernel calls an uncollected child a zombie
// curriculum: claim 14

#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void)
{
    char path[40], line[200];
    pid_t pid = fork();
    if (pid == 0)
        _exit(0);
    siginfo_t info;
    waitid(P_PID, pid, &info, WEXITED | WNOWAIT);
    sprintf(path, "/proc/%d/stat", pid);
    FILE *f = fopen(path, "r");
    char state = '?';
    if (fgets(line, sizeof line, f))
        sscanf(line, "%*d (%*[^)]) %c", &state);
    fclose(f);
    printf("%c\n", state);
    wait(NULL);
    printf("%d\n", fopen(path, "r") == NULL);
    return 0;
}
