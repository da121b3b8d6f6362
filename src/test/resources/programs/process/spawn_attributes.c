// shows: a spawned program's group, session, mask and signals are what its attributes say
#define _GNU_SOURCE
#include <errno.h>
#include <signal.h>
#include <spawn.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

extern char **environ;

static void run(const char *what, posix_spawnattr_t *attributes) {
    char *words[] = {"sh", "-c", "grep -E 'Sig(Blk|Ign)' /proc/self/status | sed 's/:.*\\(....\\)$/ \\1/'; set -- $(cat /proc/$$/stat); [ $5 = $$ ] && echo leads its group; [ $6 = $$ ] && echo leads a session; :", NULL};
    pid_t pid;
    int status, error;
    printf("%s\n", what);
    fflush(stdout);
    error = posix_spawn(&pid, "/bin/sh", NULL, attributes, words, environ);
    if (error)
        printf("%s\n", strerror(error));
    else
        waitpid(pid, &status, 0);
}

int main(void) {
    posix_spawnattr_t attributes;
    sigset_t set;
    short flags;
    pid_t group;
    posix_spawnattr_init(&attributes);
    signal(SIGINT, SIG_IGN);
    signal(SIGUSR2, SIG_IGN);
    sigemptyset(&set);
    sigaddset(&set, SIGUSR1);
    sigprocmask(SIG_BLOCK, &set, NULL);
    run("as it is", NULL);
    run("nothing said", &attributes);
    sigemptyset(&set);
    sigaddset(&set, SIGTERM);
    posix_spawnattr_setsigmask(&attributes, &set);
    sigemptyset(&set);
    sigaddset(&set, SIGINT);
    posix_spawnattr_setsigdefault(&attributes, &set);
    posix_spawnattr_setpgroup(&attributes, 0);
    printf("flags %d\n", posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETPGROUP));
    run("mask, defaults, group", &attributes);
    posix_spawnattr_getflags(&attributes, &flags);
    posix_spawnattr_getpgroup(&attributes, &group);
    posix_spawnattr_getsigmask(&attributes, &set);
    printf("%d %d %d\n", flags, group, sigismember(&set, SIGTERM));
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSID);
    run("session", &attributes);
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETPGROUP);
    posix_spawnattr_setpgroup(&attributes, 1);
    run("a group that is not ours", &attributes);
    printf("bad flags %d\n", posix_spawnattr_setflags(&attributes, 0x4000) == EINVAL);
    posix_spawnattr_destroy(&attributes);
    return 0;
}
