// shows: a shell's command line copied along with the program
// error: 3:1 $
$ cat hello.c
#include <stdio.h>

int main(void)
{
    printf("hello\n");
    return 0;
}
