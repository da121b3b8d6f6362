// shows: an #ifdef without its #endif
// error: 6:1 #endif

#include <stdio.h>

#ifdef DEBUG
#define LOG(x) puts(x)

int main(void)
{
    return 0;
}
