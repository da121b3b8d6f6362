// shows: a server on the loopback address answers two children

#include <arpa/inet.h>
#include <netinet/in.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

static void client(struct sockaddr_in *server, const char *word)
{
    char answer[32];
    int fd = socket(AF_INET, SOCK_STREAM, 0);
    connect(fd, (struct sockaddr *)server, sizeof *server);
    write(fd, word, strlen(word));
    shutdown(fd, SHUT_WR);
    ssize_t count = recv(fd, answer, sizeof answer, 0);
    printf("%.*s\n", (int)count, answer);
    fflush(stdout);
    _exit(0);
}

int main(void)
{
    const char *words[] = {"one", "three"};
    struct sockaddr_in server = {.sin_family = AF_INET}, peer;
    socklen_t length = sizeof server;
    int listener = socket(AF_INET, SOCK_STREAM, 0), yes = 1;

    server.sin_addr.s_addr = inet_addr("127.0.0.1");
    printf("%d\n", setsockopt(listener, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes));
    printf("%d\n", bind(listener, (struct sockaddr *)&server, sizeof server));
    printf("%d\n", listen(listener, 5));
    getsockname(listener, (struct sockaddr *)&server, &length);
    printf("%d %s\n", ntohs(server.sin_port) > 0, inet_ntoa(server.sin_addr));
    fflush(stdout);
    for (int i = 0; i < 2; i++) {
        char text[32];
        if (fork() == 0)
            client(&server, words[i]);
        length = sizeof peer;
        int fd = accept(listener, (struct sockaddr *)&peer, &length);
        ssize_t count = read(fd, text, sizeof text);
        dprintf(fd, "%zd letters", count);
        close(fd);
        wait(NULL);
        printf("%s\n", inet_ntoa(peer.sin_addr));
        fflush(stdout);
    }
    return 0;
}
