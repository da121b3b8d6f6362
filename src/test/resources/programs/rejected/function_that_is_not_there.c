// shows: a function of glibc that is not here is refused by its name, with what may serve instead
// error: 9:5 strlcpy() is not supported
#include <stdio.h>
#include <string.h>

int main(void)
{
    char text[10];
    strlcpy(text, "some", sizeof text);
    printf("%s\n", text);
    return 0;
}
