// shows: a server with a thread for each connection on a unix socket; its clients are threads too
#include <pthread.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#define CLIENTS 4
static struct sockaddr_un address = {AF_UNIX, "socket"};
static int served;

static void *serve(void *argument) {
    int fd = (int)(long)argument;
    char buffer[64];
    ssize_t n;
    while ((n = read(fd, buffer, sizeof buffer)) > 0) {
        for (ssize_t i = 0; i < n / 2; i++) {
            char c = buffer[i];
            buffer[i] = buffer[n - 1 - i];
            buffer[n - 1 - i] = c;
        }
        write(fd, buffer, n);
    }
    close(fd);
    __sync_fetch_and_add(&served, 1);
    return NULL;
}

static void *accepts(void *argument) {
    int listener = (int)(long)argument;
    pthread_t threads[CLIENTS];
    for (int i = 0; i < CLIENTS; i++) {
        long fd = accept(listener, NULL, NULL);
        pthread_create(&threads[i], NULL, serve, (void *)fd);
    }
    for (int i = 0; i < CLIENTS; i++)
        pthread_join(threads[i], NULL);
    return NULL;
}

static char answers[CLIENTS][2][32];

static void *client(void *argument) {
    long me = (long)argument;
    char question[32];
    int fd = socket(AF_UNIX, SOCK_STREAM, 0);
    if (connect(fd, (struct sockaddr *)&address, sizeof address) < 0)
        perror("connect");
    for (int i = 0; i < 2; i++) {
        int n = snprintf(question, sizeof question, "client%ld,%d", me, i);
        write(fd, question, n);
        n = read(fd, answers[me][i], 31);
        answers[me][i][n > 0 ? n : 0] = 0;
    }
    close(fd);
    return NULL;
}

int main(void) {
    pthread_t server, clients[CLIENTS];
    int listener = socket(AF_UNIX, SOCK_STREAM, 0);
    snprintf(address.sun_path, sizeof address.sun_path, "/tmp/threads%d.socket", getpid());
    if (bind(listener, (struct sockaddr *)&address, sizeof address) < 0)
        perror("bind");
    listen(listener, 5);
    pthread_create(&server, NULL, accepts, (void *)(long)listener);
    for (long i = 0; i < CLIENTS; i++)
        pthread_create(&clients[i], NULL, client, (void *)i);
    for (int i = 0; i < CLIENTS; i++) {
        pthread_join(clients[i], NULL);
        printf("%s %s\n", answers[i][0], answers[i][1]);
    }
    pthread_join(server, NULL);
    unlink(address.sun_path);
    printf("served %d\n", served);
    return 0;
}
