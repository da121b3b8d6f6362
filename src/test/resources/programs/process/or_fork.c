// shows: fork() || fork(): the parent of the first stops there
// order: lines

#include <stdio.h>
#include <unistd.h>

int main(void)
{
    int r = fork() || fork();
    printf("%d\n", r);
    return 0;
}
