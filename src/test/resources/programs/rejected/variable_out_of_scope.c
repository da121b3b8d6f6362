// shows: a loop's variable used after the loop
// error: 11:20 i

#include <stdio.h>

int main(void)
{
    for (int i = 0; i < 3; i++) {
        printf("%d\n", i);
    }
    printf("%d\n", i);
    return 0;
}
