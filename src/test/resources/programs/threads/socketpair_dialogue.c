// shows: two threads talk over a socketpair; shutdown ends the dialogue
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

static int ends[2];

static void *doubles(void *unused) {
    char text[32];
    ssize_t n;
    while ((n = recv(ends[1], text, sizeof text - 1, 0)) > 0) {
        text[n] = 0;
        n = snprintf(text, sizeof text, "%d", 2 * atoi(text));
        send(ends[1], text, n, 0);
    }
    return (void *)n;
}

int main(void) {
    pthread_t thread;
    void *result;
    char text[32];
    socketpair(AF_UNIX, SOCK_STREAM, 0, ends);
    pthread_create(&thread, NULL, doubles, NULL);
    strcpy(text, "3");
    for (int i = 0; i < 6; i++) {
        send(ends[0], text, strlen(text), 0);
        text[recv(ends[0], text, sizeof text - 1, 0)] = 0;
        printf("%s ", text);
    }
    shutdown(ends[0], SHUT_WR);
    pthread_join(thread, &result);
    printf("end %ld\n", (long)result);
    return 0;
}
