// shows: lines and a rest in one call, the first one and later ones, on a stream of either kind

#include <stdio.h>
#include <unistd.h>

int main(void)
{
    fputs("1\n2\n3", stdout);
    fputs("4\n5\n6", stdout);
    fwrite("7\n8", 1, 3, stdout);
    puts("9\n10");
    printf("%s%s", "11\n", "12");
    putchar('\n');
    printf("13%c14", '\n');
    _exit(0);
}
