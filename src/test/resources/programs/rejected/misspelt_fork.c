// shows: a misspelt system call
// error: 9:17 fork

#include <stdio.h>
#include <unistd.h>

int main(void)
{
    pid_t pid = frok();
    printf("%d\n", pid == 0);
    return 0;
}
