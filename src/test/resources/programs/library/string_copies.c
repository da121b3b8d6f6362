// shows: strcpy, strncpy, strcat, strncat and their padding and cutting

#include <stdio.h>
#include <string.h>

int main(void)
{
    char a[16] = "################", b[32];
    printf("%d\n", strcpy(b, "copied") == b);
    puts(b);
    strncpy(a, "hi", 5);
    printf("%s %d %d %c\n", a, a[3], a[4], a[5]);
    strncpy(a, "longer than that", 4);
    printf("%.6s\n", a);
    strcat(b, " and ");
    strcat(b, "joined");
    puts(b);
    strncat(b, "+++---", 3);
    puts(b);
    strncat(b, "!", 10);
    printf("%s %zu\n", b, strlen(b));
    char *end = stpcpy(b, "one");
    strcpy(end, "two");
    puts(b);
    printf("%zu %zu\n", strlen(""), strnlen("abcdef", 3));
    memmove(b, b + 3, strlen(b + 3) + 1);
    puts(b);
    return 0;
}
