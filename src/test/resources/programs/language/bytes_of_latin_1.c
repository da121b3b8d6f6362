// shows: bytes that are not UTF-8 go into strings and characters as they are, here those of Latin-1

#include <stdio.h>
#include <string.h>

int main(void)
{
    const char *text = "été £";
    printf("%s %zu %d\n", text, strlen(text), 'é');
    return 0;
}
