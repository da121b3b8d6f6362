// shows: reading through a null pointer is a segmentation fault

#include <stdio.h>

int main(void)
{
    int *p = NULL;
    printf("before\n");
    printf("%d\n", *p);
    printf("never\n");
    return 0;
}
