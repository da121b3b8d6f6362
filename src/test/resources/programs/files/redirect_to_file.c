// shows: close(1) and open send stdout into a file; the parent reads it back

#include <fcntl.h>
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void)
{
    if (fork() == 0) {
        close(STDOUT_FILENO);
        int fd = open("out.txt", O_CREAT | O_WRONLY | O_TRUNC, 0644);
        printf("into descriptor %d\n", fd);
        printf("and more\n");
        return 0;
    }
    wait(NULL);
    FILE *f = fopen("out.txt", "r");
    int c;
    while ((c = fgetc(f)) != EOF)
        putchar(c);
    fclose(f);
    unlink("out.txt");
    printf("back on stdout\n");
    return 0;
}
