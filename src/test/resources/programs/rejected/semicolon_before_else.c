// shows: a semicolon behind the condition ends the if
// error: 11:7 else

#include <stdio.h>

int main(void)
{
    int x = 3;
    if (x == 3); {
        printf("three\n");
    } else {
        printf("other\n");
    }
    return 0;
}
