// shows: text without a newline before fork is still in the buffer and is copied with it
// curriculum: B5
// order: lines

#include <stdio.h>
#include <unistd.h>

int main(void)
{
    printf("about to fork! ");
    pid_t pid = fork();
    if (pid == 0)
        printf("I am the child\n");
    else
        printf("I am the parent\n");
    return 0;
}
