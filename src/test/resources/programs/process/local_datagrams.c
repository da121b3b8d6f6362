// shows: datagrams keep their bounds, and tell who sent them

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void)
{
    char directory[] = "/tmp/sockXXXXXX", text[32];
    struct sockaddr_un mine = {AF_UNIX}, theirs = {AF_UNIX}, from;
    socklen_t length;
    ssize_t count;
    int fd = socket(AF_UNIX, SOCK_DGRAM, 0), i;

    mkdtemp(directory);
    sprintf(mine.sun_path, "%s/parent", directory);
    sprintf(theirs.sun_path, "%s/child", directory);
    bind(fd, (struct sockaddr *)&mine, sizeof mine);
    if (fork() == 0) {
        int own = socket(AF_UNIX, SOCK_DGRAM, 0);
        bind(own, (struct sockaddr *)&theirs, sizeof theirs);
        sendto(own, "first", 5, 0, (struct sockaddr *)&mine, sizeof mine);
        sendto(own, "second", 6, 0, (struct sockaddr *)&mine, sizeof mine);
        _exit(0);
    }
    for (i = 0; i < 2; i++) {
        length = sizeof from;
        count = recvfrom(fd, text, sizeof text, 0, (struct sockaddr *)&from, &length);
        printf("%.*s from %s\n", (int)count, text, from.sun_path + strlen(directory));
    }
    wait(NULL);
    unlink(mine.sun_path);
    unlink(theirs.sun_path);
    printf("%d\n", rmdir(directory));
    return 0;
}
