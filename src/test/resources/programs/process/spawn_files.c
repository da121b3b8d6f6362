// shows: posix_spawn opens, closes and moves descriptors in order, and returns what went wrong
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

extern char **environ;

static void run(const char *what, posix_spawn_file_actions_t *actions, char *command) {
    char *words[] = {"sh", "-c", command, NULL};
    pid_t pid = -7;
    int status = -1;
    int error = posix_spawnp(&pid, "sh", actions, NULL, words, environ);
    printf("%s: %s, ", what, error ? strerror(error) : "ok");
    if (!error)
        waitpid(pid, &status, 0);
    printf("pid %d, status %d\n", pid > 0, error ? 0 : WEXITSTATUS(status));
    fflush(stdout);
}

int main(void) {
    posix_spawn_file_actions_t actions;
    int ends[2], n;
    char text[100];
    pid_t pid;
    run("plain", NULL, "exit 5");
    posix_spawn_file_actions_init(&actions);
    pipe(ends);
    printf("adddup2 %d\n", posix_spawn_file_actions_adddup2(&actions, ends[1], 1));
    printf("addclose %d\n", posix_spawn_file_actions_addclose(&actions, ends[0]));
    posix_spawn_file_actions_addclose(&actions, ends[1]);
    posix_spawn_file_actions_addopen(&actions, 0, "input", O_RDWR | O_CREAT, 0600);
    posix_spawn_file_actions_addchdir_np(&actions, "/");
    run("into a pipe", &actions, "pwd; [ -e /proc/self/fd/3 ] || echo closed; exit 0");
    close(ends[1]);
    n = read(ends[0], text, sizeof text);
    printf("%.*s", n, text);
    posix_spawn_file_actions_destroy(&actions);
    unlink("input");

    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, 0, "/no/such", O_RDONLY, 0);
    run("absent file", &actions, "echo not reached");
    posix_spawn_file_actions_destroy(&actions);
    printf("bad fds: %d %d %d\n", posix_spawn_file_actions_addclose(&actions, -1),
           posix_spawn_file_actions_adddup2(&actions, 1, -1), posix_spawn_file_actions_addopen(&actions, 1 << 30, "x", 0, 0));
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, 77, 1);
    run("dup2 of nothing", &actions, "echo not reached");
    posix_spawn_file_actions_destroy(&actions);
    posix_spawn_file_actions_init(&actions);
    int fd = open("/dev/null", O_RDONLY | O_CLOEXEC);
    posix_spawn_file_actions_adddup2(&actions, fd, fd);
    sprintf(text, "[ -e /proc/self/fd/%d ] && echo kept", fd);
    run("dup2 to itself", &actions, text);
    posix_spawn_file_actions_addclosefrom_np(&actions, 3);
    run("closefrom", &actions, "for f in 3 4 5 6; do [ -e /proc/$$/fd/$f ] && echo has $f; done; :");
    posix_spawn_file_actions_destroy(&actions);
    char *words[] = {"true", NULL};
    printf("absent: %s\n", strerror(posix_spawn(&pid, "/no/such", NULL, NULL, words, environ)));
    printf("in no path: %s\n", strerror(posix_spawnp(&pid, "no such program", NULL, NULL, words, environ)));
    printf("a folder: %s\n", strerror(posix_spawn(&pid, "/tmp", NULL, NULL, words, environ)));
    n = wait(NULL);
    printf("nobody is left: %d %s\n", n, strerror(errno));
    return 0;
}
