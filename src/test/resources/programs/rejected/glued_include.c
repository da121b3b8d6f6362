// shows: an include that lost its brackets and its space
// error: 5:2 #include

#include <stdio.h>
#includesys/types.h
#include <unistd.h>

int main(void)
{
    printf("%d\n", fork() == 0);
    return 0;
}
