// shows: two forks in a row make four processes
// order: lines

#include <stdio.h>
#include <unistd.h>

int main()
{
    fork();
    fork();
    printf("here is one of four\n");
    return 0;
}
