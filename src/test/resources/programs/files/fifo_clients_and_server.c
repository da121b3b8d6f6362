// shows: clients ask a server by its named pipe and are answered by their own
#include <sys/types.h>
#include <sys/stat.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <errno.h>
#include <signal.h>
#include <sys/wait.h>
#define SERVER_FIFO "./seqnum_sv"
#define CLIENT_FIFO_TEMPLATE "./seqnum_cl.%ld"
#define CLIENT_FIFO_NAME_LEN (sizeof(CLIENT_FIFO_TEMPLATE) + 20)
struct request { pid_t pid; int seqLen; };
struct response { int seqNum; };
static char clientFifo[CLIENT_FIFO_NAME_LEN];
static void removeFifo(void) { unlink(clientFifo); }
static void client(int want)
{
    struct request req; struct response resp; int serverFd, clientFd;
    umask(0);
    snprintf(clientFifo, CLIENT_FIFO_NAME_LEN, CLIENT_FIFO_TEMPLATE, (long) getpid());
    if (mkfifo(clientFifo, S_IRUSR | S_IWUSR | S_IWGRP) == -1 && errno != EEXIST) perror("mkfifo"), exit(1);
    if (atexit(removeFifo) != 0) exit(2);
    req.pid = getpid(); req.seqLen = want;
    serverFd = open(SERVER_FIFO, O_WRONLY);
    if (serverFd == -1) perror("open"), exit(3);
    if (write(serverFd, &req, sizeof(struct request)) != sizeof(struct request)) exit(4);
    clientFd = open(clientFifo, O_RDONLY);
    if (read(clientFd, &resp, sizeof(struct response)) != sizeof(struct response)) exit(5);
    printf("client %d got %d\n", want, resp.seqNum);
    exit(EXIT_SUCCESS);
}
int main(int argc, char *argv[])
{
    int serverFd, dummyFd, clientFd, seqNum = 0, left = 3; char fifo[CLIENT_FIFO_NAME_LEN]; struct request req; struct response resp;
    umask(0);
    if (mkfifo(SERVER_FIFO, S_IRUSR | S_IWUSR | S_IWGRP) == -1 && errno != EEXIST) exit(1);
    printf("again: %s\n", mkfifo(SERVER_FIFO, 0600) == -1 ? strerror(errno) : "?");
    printf("nonblock writer: %s\n", open(SERVER_FIFO, O_WRONLY | O_NONBLOCK) == -1 ? strerror(errno) : "?");
    fflush(stdout);
    if (fork() == 0) { for (int i = 1; i <= 3; i++) { if (fork() == 0) client(i); wait(NULL); } _exit(0); }
    serverFd = open(SERVER_FIFO, O_RDONLY);
    dummyFd = open(SERVER_FIFO, O_WRONLY);
    if (signal(SIGPIPE, SIG_IGN) == SIG_ERR) exit(1);
    while (left--) {
        if (read(serverFd, &req, sizeof(struct request)) != sizeof(struct request)) { fprintf(stderr, "Error reading request; discarding\n"); continue; }
        snprintf(fifo, CLIENT_FIFO_NAME_LEN, CLIENT_FIFO_TEMPLATE, (long) req.pid);
        clientFd = open(fifo, O_WRONLY);
        resp.seqNum = seqNum;
        if (write(clientFd, &resp, sizeof(struct response)) != sizeof(struct response)) fprintf(stderr, "Error writing to FIFO %s\n", fifo);
        close(clientFd);
        seqNum += req.seqLen;
    }
    wait(NULL); unlink(SERVER_FIFO); close(dummyFd);
    printf("total %d\n", seqNum);
    return 0;
}
