// shows: void main leaves the value of its last call behind as its status

#include <stdio.h>

void main()
{
    int i;
    for (i = 0; i < 3; i++) {
        printf("line %d\n", i);
    }
    printf("last\n");
}
