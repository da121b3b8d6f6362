// shows: a header that does not exist, but nearly
// error: 4:10 stdio.h

#include <stido.h>

int main(void)
{
    printf("hello\n");
    return 0;
}
