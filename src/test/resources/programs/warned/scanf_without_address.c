// shows: scanf is given a value where it needs an address
// warning: 10:17 &n
// stdin: 42\n

#include <stdio.h>

int main(void)
{
    int n = 0;
    scanf("%d", n);
    printf("%d\n", n);
    return 0;
}
