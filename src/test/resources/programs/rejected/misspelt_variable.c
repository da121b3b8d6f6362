// shows: a misspelt variable
// error: 9:20 count

#include <stdio.h>

int main(void)
{
    int count = 1;
    printf("%d\n", cuont);
    return 0;
}
