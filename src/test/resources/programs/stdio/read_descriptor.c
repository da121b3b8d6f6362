// shows: read(0) takes what there is and returns 0 at the end
// stdin: hello\nworld\n

#include <stdio.h>
#include <unistd.h>

int main(void)
{
    char buffer[9];
    ssize_t n;
    while ((n = read(STDIN_FILENO, buffer, sizeof buffer)) > 0) {
        printf("%zd ", n);
        write(1, buffer, n);
    }
    printf("%zd\n", n);
    return 0;
}
