// shows: a < b < c compares 0 or 1 with c
// warning: 9:15 &&

#include <stdio.h>

int main(void)
{
    int x = 50;
    if (1 < x < 10) {
        printf("between\n");
    }
    return 0;
}
