// shows: the same through %s and with a width of thousands

#include <stdio.h>
#include <string.h>
#include <unistd.h>

static char text[3001];

int main(void)
{
    memset(text, '=', 3000);
    printf("<%s>", text);
    printf("%2500d", 7);
    printf("%s", text);
    _exit(0);
}
