// shows: integer division by zero ends the process by SIGFPE

#include <stdio.h>

int main(void)
{
    int zero = 0;
    printf("%g\n", 1.0 / zero);
    fflush(stdout);
    printf("%d\n", 7 / zero);
    return 0;
}
