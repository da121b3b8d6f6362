// shows: after fork each process has its own globals, locals, statics and heap
// curriculum: claim 4

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

static int global = 1;

static int bump(int by)
{
    static int kept = 100;
    return kept += by;
}

int main(void)
{
    int local = 10, *heap = malloc(sizeof *heap);
    char text[16] = "before";
    *heap = 1000;
    bump(1);
    if (fork() == 0) {
        global++;
        local++;
        ++*heap;
        strcpy(text, "child");
        printf("child:  %d %d %d %d %s\n", global, local, bump(1), *heap, text);
        exit(0);
    }
    wait(NULL);
    printf("parent: %d %d %d %d %s\n", global, local, bump(0), *heap, text);
    return 0;
}
