// shows: threads wait in select and poll for pipes that the first thread writes to
#include <poll.h>
#include <pthread.h>
#include <stdio.h>
#include <sys/select.h>
#include <unistd.h>

static int a[2], b[2], c[2];

static void *selects(void *unused) {
    fd_set set;
    char text[8] = {0};
    for (int left = 2; left > 0;) {
        FD_ZERO(&set);
        FD_SET(a[0], &set);
        FD_SET(b[0], &set);
        int highest = a[0] > b[0] ? a[0] : b[0];
        int n = select(highest + 1, &set, NULL, NULL, NULL);
        int fd = FD_ISSET(a[0], &set) ? a[0] : b[0];
        read(fd, text, 7);
        printf("select %d: %s from %s\n", n, text, fd == a[0] ? "a" : "b");
        write(c[1], "!", 1);
        left--;
    }
    return NULL;
}

static void *polls(void *unused) {
    struct pollfd fds[1] = {{c[0], POLLIN, 0}};
    int bytes = 0;
    for (;;) {
        int n = poll(fds, 1, -1);
        char one;
        if (n != 1)
            break;
        if (read(c[0], &one, 1) == 0)
            break;
        bytes++;
    }
    return (void *)(long)bytes;
}

int main(void) {
    pthread_t threads[2];
    void *bytes;
    pipe(a);
    pipe(b);
    pipe(c);
    pthread_create(&threads[0], NULL, selects, NULL);
    pthread_create(&threads[1], NULL, polls, NULL);
    write(b[1], "first", 5);
    usleep(50000);
    struct timeval none = {0, 0};
    fd_set set;
    do {
        FD_ZERO(&set);
        FD_SET(b[0], &set);
    } while (select(b[0] + 1, &set, NULL, NULL, &none) != 0);
    write(a[1], "second", 6);
    pthread_join(threads[0], NULL);
    close(c[1]);
    pthread_join(threads[1], &bytes);
    printf("polled %ld bytes\n", (long)bytes);
    return 0;
}
