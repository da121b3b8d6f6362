// shows: a void main is accepted; with exit its status is well defined

#include <stdio.h>
#include <stdlib.h>

void main(void)
{
    int unused = 7;
    printf("void main\n");
    exit(5);
}
