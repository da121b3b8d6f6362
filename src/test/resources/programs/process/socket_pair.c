// shows: a pair of sockets carries bytes both ways between parent and child

#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void)
{
    char text[32];
    ssize_t count;
    int ends[2];

    socketpair(AF_UNIX, SOCK_STREAM, 0, ends);
    if (fork() == 0) {
        close(ends[0]);
        count = recv(ends[1], text, sizeof text, 0);
        text[0] = 'j';
        send(ends[1], text, count, 0);
        _exit(0);
    }
    close(ends[1]);
    write(ends[0], "hello", 5);
    shutdown(ends[0], SHUT_WR);
    count = read(ends[0], text, sizeof text);
    printf("%.*s\n", (int)count, text);
    printf("%zd\n", read(ends[0], text, sizeof text));
    wait(NULL);
    return 0;
}
