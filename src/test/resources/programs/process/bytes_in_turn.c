// shows: with read(0) parent and child take turns on one input
// stdin: abcdefgh

#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void)
{
    char two[3] = "";
    for (int i = 0; i < 4; i++) {
        if (i % 2 == 0) {
            if (fork() == 0) {
                read(0, two, 2);
                printf("child %s\n", two);
                return 0;
            }
            wait(NULL);
        } else {
            read(0, two, 2);
            printf("parent %s\n", two);
            fflush(stdout);
        }
    }
    return 0;
}
