// shows: execvp and execlp give a file without a format to the shell, execve does not
#include <stdio.h>
#include <stdlib.h>
#include <fcntl.h>
#include <unistd.h>
#include <sys/stat.h>
#include <sys/wait.h>
int main(void) {
    char t[] = "/tmp/fs_scr_XXXXXX";
    int f = mkstemp(t), st;
    write(f, "echo script got $1\n", 19);
    fchmod(f, 0700); close(f);
    char *a[] = {t, "one", NULL};
    if (fork() == 0) { execvp(t, a); perror("execvp"); _exit(126); }
    wait(&st);
    printf("%d\n", WEXITSTATUS(st));
    fflush(stdout);
    if (fork() == 0) { execlp(t, t, "two", NULL); perror("execlp"); _exit(126); }
    wait(&st);
    printf("%d\n", WEXITSTATUS(st));
    char *none[] = {NULL};
    if (fork() == 0) { execve(t, a, none); perror("execve"); _exit(126); }
    wait(&st);
    printf("%d\n", WEXITSTATUS(st));
    unlink(t);
    return 0;
}
