// shows: a program without main
// error: 3:1 main

#include <stdio.h>

static void hello(void)
{
    printf("hello\n");
}
