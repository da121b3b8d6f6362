// shows: children that touch what is not theirs end by SIGSEGV, their parent lives on

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

static int crash(int kind)
{
    int *p = NULL;
    switch (kind) {
    case 0:
        return *p;
    case 1:
        *p = 1;
        break;
    case 2:
        p = (int *) 16;
        *p = 1;
        break;
    case 3:
        *(char *) "literal" = 'L';
        break;
    case 4:
        strcpy(NULL, "text");
        break;
    case 5:
        return strlen((char *) 8);
    case 6:
        ((void (*)(void)) 0)();
        break;
    case 7:
        p[1 << 20] = 3;
        break;
    }
    return 0;
}

int main(void)
{
    for (int kind = 0; kind < 8; kind++) {
        int status;
        if (fork() == 0) {
            exit(crash(kind));
        }
        wait(&status);
        printf("%d: signalled %d by %d\n", kind, WIFSIGNALED(status), WTERMSIG(status));
    }
    return 0;
}
