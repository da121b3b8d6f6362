// shows: a greater-than sign that a web page left as &gt;
// error: 10:13 >

#include <stdio.h>
#include <unistd.h>

int main(void)
{
    pid_t pid = fork();
    if (pid &gt; 0) {
        printf("parent\n");
    }
    return 0;
}
