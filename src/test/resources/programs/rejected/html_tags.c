// shows: the tags of a web page around the code
// error: 3:1 <pre
<pre><code>
#include <stdio.h>

int main(void)
{
    printf("hello\n");
    return 0;
}
</code></pre>
