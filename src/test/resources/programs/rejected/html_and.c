// shows: two ampersands that a web page left as &amp;&amp;
// error: 9:12 &&

#include <stdio.h>
#include <unistd.h>

int main(void)
{
    fork() &amp;&amp; fork() || fork();
    printf("+\n");
    return 0;
}
