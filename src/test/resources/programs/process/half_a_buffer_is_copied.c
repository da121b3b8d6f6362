// shows: of a long text what already went out of the full buffer comes once, the rest twice

#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void)
{
    for (int i = 0; i < 300; i++) {
        printf("%015d\n", i);
    }
    printf("(%s)", "rest");
    if (fork() == 0)
        return 0;
    wait(NULL);
    return 0;
}
