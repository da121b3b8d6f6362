// shows: children leave the loop, the parent goes round
// order: lines

#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

int main()
{
    int i;
    for (i = 1; i <= 5; i++)
        if (!fork())
            break;
    if (i == 6) {
        while (wait(NULL) > 0);
        printf("parent, i is %d\n", i);
    } else
        printf("child %d\n", i);
    return 0;
}
