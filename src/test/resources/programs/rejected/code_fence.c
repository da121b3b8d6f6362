// shows: the marks around a code block, copied along with it
// error: 3:1 ```
```c
#include <stdio.h>

int main(void)
{
    printf("hello\n");
    return 0;
}
```
