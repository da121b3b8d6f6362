// shows: five forks in a loop: 32 processes, each knowing its place in the tree
// order: lines

#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void)
{
    char name[32] = "P";
    int born = 0;
    for (int i = 0; i < 5; i++) {
        if (fork() == 0) {
            sprintf(name + strlen(name), ".%d", born + 1);
            born = 0;
        } else {
            born++;
        }
    }
    while (wait(NULL) > 0)
        ;
    printf("%s has %d\n", name, born);
    return 0;
}
