// shows: stderr goes out at once, stdout waits, also when both are mixed

#include <stdio.h>
#include <unistd.h>

int main(void)
{
    printf("waits for its newline");
    fprintf(stderr, "error %d, no newline", 1);
    fputs(" more", stderr);
    fputc('!', stderr);
    putc('\n', stderr);
    printf(" which comes here\n");
    fprintf(stderr, "%s %5.2f %c\n", "formatted", 2.5, 'c');
    perror("last");
    _exit(0);
}
