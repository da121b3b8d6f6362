// shows: the kernel knows a process, and its child, by the name of the program

#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

static void tell(const char *who)
{
    char name[32];
    FILE *file = fopen("/proc/self/comm", "r");
    printf("%s: %s", who, fgets(name, sizeof name, file));
    fclose(file);
}

int main(void)
{
    tell("parent");
    fflush(stdout);
    if (fork() == 0) {
        tell("child");
        return 0;
    }
    wait(NULL);
    return 0;
}
