// shows: printf of just "%s\n" is compiled as puts, which does not survive a null pointer

#include <stdio.h>
#include <stdlib.h>

int main(void)
{
    printf("[%s]\n", getenv("NO_SUCH_NAME"));
    fflush(stdout);
    printf("%s\n", getenv("NO_SUCH_NAME"));
    printf("not reached\n");
    return 0;
}
