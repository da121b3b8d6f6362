// shows: a const global lies in memory that cannot be written

#include <stdio.h>

const int fixed = 5;

int main(void)
{
    *(int *) &fixed = 6;
    printf("%d\n", fixed);
    return 0;
}
