// shows: system and popen run shell commands
// order: lines

#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>

int main(void)
{
    char line[32];
    printf("before\n");
    fflush(stdout);
    int status = system("echo from the shell; exit 6");
    printf("%d\n", WEXITSTATUS(status));
    FILE *p = popen("echo one; echo two", "r");
    while (fgets(line, sizeof line, p))
        printf("read %s", line);
    printf("%d\n", pclose(p));
    return 0;
}
