// shows: two statements before else need braces
// error: 12:5 else

#include <stdio.h>
#include <unistd.h>

int main(void)
{
    if (fork() == 0)
        printf("child\n");
        printf("still the child?\n");
    else
        printf("parent\n");
    return 0;
}
