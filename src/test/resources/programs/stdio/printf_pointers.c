// shows: a null pointer prints as (nil), others as hexadecimal

#include <stdio.h>
#include <string.h>

int main(void)
{
    int x = 5;
    printf("%p\n", NULL);
    printf("[%10p] [%-10p]\n", (void *) 0, (void *) 0);
    printf("%p %p\n", (void *) 0x1234, (void *) 1);
    printf("[%12p] [%-12p]\n", (void *) 0xabc, (void *) 0xabc);
    printf("%p\n", (void *) -1);
    char a[32], b[32];
    sprintf(a, "%p", (void *) &x);
    sprintf(b, "%#lx", (unsigned long) &x);
    printf("%d %d\n", strcmp(a, b), strncmp(a, "0x", 2));
    return 0;
}
