// shows: plain char is signed here, so its upper half is negative

#include <limits.h>
#include <stdio.h>

int main(void)
{
    char c = '\xff';
    unsigned char u = '\xff';
    printf("%d %d\n", c, u);
    printf("%d\n", c == '\xff');
    printf("%d\n", c == 255);
    printf("%d\n", u == 255);
    printf("%d %d\n", CHAR_MIN, CHAR_MAX);
    char text[] = "\x80\x7f";
    printf("%d %d\n", text[0], text[1]);
    printf("%d\n", text[0] < text[1]);
    printf("%d\n", '\377');
    return 0;
}
