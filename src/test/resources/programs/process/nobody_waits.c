// shows: parent and child print without newlines, and the parent leaves without waiting
// curriculum: C1
// mask: \d+
// order: words

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

int main(void)
{
    pid_t pid = fork();
    if (pid < 0) {
        fprintf(stderr, "no new process\n");
        exit(EXIT_FAILURE);
    } else if (pid == 0) {
        printf("this-is-the-child ");
        exit(0);
    } else {
        printf("the-child-is %d ", pid);
        exit(0);
    }
}
