// shows: write overtakes what waits in stdout's buffer

#include <stdio.h>
#include <string.h>
#include <unistd.h>

int main(void)
{
    const char *text = "written\n";
    printf("printed ");
    ssize_t n = write(STDOUT_FILENO, text, strlen(text));
    printf("%zd\n", n);
    dprintf(1, "dprintf %d\n", 5);
    printf("a line\n");
    write(1, "last\n", 5);
    fflush(stdout);
    write(2, "err\n", 4);
    return 0;
}
