// shows: on a terminal everything up to the last newline goes out, the rest waits

#include <stdio.h>
#include <unistd.h>

int main(void)
{
    printf("one\ntwo\nthree");
    printf(" four\nfive %d\nsix", 5);
    putchar('!');
    putchar('\n');
    puts("seven");
    fputs("eight\nnine", stdout);
    fwrite(" ten\neleven", 1, 11, stdout);
    _exit(0);
}
