// shows: &gt; inside a string is legal and printed as it stands
// warning: 8:21 >

#include <stdio.h>

int main(void)
{
    printf("parent -&gt; child\n");
    return 0;
}
