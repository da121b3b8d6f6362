// shows: a child that has borrowed memory lends it on, and its parent gets back what both have changed
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

static int changed;

int main(void) {
    if (vfork() == 0) {
        changed += 1;
        if (vfork() == 0) {
            changed += 10;
            _exit(0);
        }
        usleep(50000);
        changed += 100;
        _exit(0);
    }
    printf("%d\n", changed);
    while (wait(NULL) > 0)
        continue;
    return 0;
}
