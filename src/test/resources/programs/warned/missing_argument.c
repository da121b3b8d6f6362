// shows: a conversion without its argument prints whatever is there
// warning: 9:24 %d
// mask: -?\d+

#include <stdio.h>

int main(void)
{
    printf("one %d two %d\n", 1);
    return 0;
}
