// shows: write is not buffered: written text comes once and early, printed text late and twice

#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

static void say(const char *text)
{
    write(STDOUT_FILENO, text, strlen(text));
}

int main(void)
{
    printf("(printed)");
    say("written\n");
    if (fork() == 0) {
        say("child writes\n");
        printf("child prints\n");
        return 0;
    }
    wait(NULL);
    say("parent writes\n");
    printf("parent prints\n");
    return 0;
}
