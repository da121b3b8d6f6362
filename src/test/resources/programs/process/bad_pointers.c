// shows: a bad pointer is found by the kernel, and only when it comes to use it
#include <stdio.h>
#include <errno.h>
#include <string.h>
#include <unistd.h>
#include <fcntl.h>
#include <sys/wait.h>
#include <sys/stat.h>
#include <sys/socket.h>
#include <sys/ipc.h>
#include <sys/msg.h>
#include <signal.h>
#include <poll.h>
static int *bad = (int *)8;
static void told(const char *what, long r) { printf("%s: %ld %s\n", what, r, r < 0 ? strerror(errno) : ""); }
int main(void) {
    setvbuf(stdout, NULL, _IONBF, 0);
    int st, p[2];
    if (fork() == 0) _exit(3);
    told("wait", wait(bad));
    told("again", wait(&st));
    if (fork() == 0) _exit(3);
    told("waitpid high", waitpid(-1, (int *)-16, 0));
    told("again", wait(&st));
    if (fork() == 0) _exit(3);
    told("waitid null", waitid(P_ALL, 0, NULL, WEXITED));
    told("again", wait(&st));
    if (fork() == 0) _exit(3);
    told("waitid bad", waitid(P_ALL, 0, (siginfo_t *)bad, WEXITED));
    told("again", wait(&st));
    if (fork() == 0) _exit(3);
    told("wait4 bad usage", wait4(-1, &st, 0, (void *)bad));
    told("again", wait(&st));
    told("pipe", pipe(bad));
    told("pipe", pipe(p)); printf("%d %d\n", p[0], p[1]);
    told("write bad fd", write(77, bad, 3));
    told("write bad", write(p[1], bad, 3));
    told("write", write(p[1], "abcdef", 6));
    told("read bad", read(p[0], bad, 3));
    told("read none", read(p[0], bad, 0));
    char c[8];
    told("read", read(p[0], c, 8)); 
    told("open", open((char *)bad, 0));
    told("stat", stat("/etc/passwd", (struct stat *)bad));
    told("stat absent", stat("/nowhere", (struct stat *)bad));
    told("dev null", read(open("/dev/null", 0), bad, 4));
    int q = msgget(IPC_PRIVATE, 0600);
    struct { long t; char m[4]; } m = {1, "abc"};
    told("msgsnd", msgsnd(q, &m, 4, 0));
    told("msgrcv", msgrcv(q, bad, 4, 0, 0));
    told("msgrcv", msgrcv(q, &m, 4, 0, IPC_NOWAIT));
    msgctl(q, IPC_RMID, NULL);
    sigset_t s; sigemptyset(&s); sigaddset(&s, SIGUSR1);
    told("sigprocmask", sigprocmask(SIG_BLOCK, &s, (sigset_t *)bad));
    sigprocmask(SIG_BLOCK, NULL, &s); printf("blocked %d\n", sigismember(&s, SIGUSR1));
    raise(SIGUSR1);
    sigemptyset(&s); sigaddset(&s, SIGUSR1);
    struct timespec z = {0, 0};
    told("sigtimedwait", sigtimedwait(&s, (siginfo_t *)bad, &z));
    told("sigtimedwait", sigtimedwait(&s, NULL, &z));
    told("getcwd", getcwd((char *)bad, 4096) ? 0 : -1);
    told("getcwd", getcwd(NULL, 2) ? 0 : -1);
    told("getcwd", getcwd(NULL, 0) ? 0 : -1);
    told("readlink", readlink("/proc/self/exe", (char *)bad, 10));
    int sv[2]; socketpair(AF_UNIX, SOCK_STREAM, 0, sv);
    write(sv[0], "xyz", 3);
    told("recv", recv(sv[1], bad, 3, 0));
    told("recv", recv(sv[1], c, 3, MSG_DONTWAIT));
    char *e[] = {NULL};
    told("execve", execve("/bin/true", (char **)bad, e));
    execve("/bin/echo", NULL, NULL);
    told("execve", -1);
}
