// shows: a block that is never closed; the end of the file comes first
// error: 12:2 }

#include <stdio.h>
#include <unistd.h>

int main(void)
{
    if (fork() == 0) {
        printf("child\n");
    return 0;
}
