// shows: %s with a number: it is taken for an address
// warning: 11:13 %s

#include <stdio.h>

int main(void)
{
    int n = 5;
    printf("before\n");
    fflush(stdout);
    printf("%s\n", n);
    return 0;
}
