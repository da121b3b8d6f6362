// shows: an include with a bare file name
// error: 4:10 <

#include stdio.h

int main(void)
{
    printf("hello\n");
    return 0;
}
