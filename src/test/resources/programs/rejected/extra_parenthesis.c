// shows: a closing parenthesis too many
// error: 8:16 )

#include <stdio.h>

int main(void)
{
    if (1 == 1)) {
        printf("hello\n");
    }
    return 0;
}
