// shows: endless recursion ends by SIGSEGV

#include <stdio.h>

static int deeper(int n)
{
    int here[16] = {n};
    return deeper(n + 1) + here[0];
}

int main(void)
{
    printf("down we go\n");
    fflush(stdout);
    return deeper(0);
}
