// shows: a closing brace too many
// error: 10:5 }

#include <stdio.h>

int main(void)
{
    printf("hello\n");
    }
    return 0;
}
