// shows: a header in HTML's angle brackets
// error: 4:10 <

#include &lt;stdio.h&gt;

int main(void)
{
    printf("hello\n");
    return 0;
}
