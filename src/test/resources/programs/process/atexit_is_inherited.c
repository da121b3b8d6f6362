// shows: functions registered before fork run in both processes, later ones only where registered

#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

static const char *who = "nobody";

static void common(void) { printf("common in %s\n", who); }
static void own(void) { printf("own of %s\n", who); }

int main(void)
{
    atexit(common);
    who = "parent";
    if (fork() == 0) {
        who = "child";
        atexit(own);
        exit(0);
    }
    wait(NULL);
    if (fork() == 0) {
        who = "silent child";
        _exit(0);
    }
    wait(NULL);
    return 0;
}
