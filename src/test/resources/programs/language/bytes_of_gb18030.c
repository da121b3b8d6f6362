// shows: bytes that are not UTF-8 go into strings as they are, here those of GB18030

#include <stdio.h>
#include <string.h>

int main(void)
{
    char text[] = "中文，你好";  /* 功能 */
    printf("%s %zu %d\n", text, strlen(text), text[0]);
    printf("許功 誠\n"); // 誠
    return 0;
}
