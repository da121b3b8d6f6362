// shows: fork is called once and returns in two processes, which both go on
// curriculum: B1, claims 1 and 4
// order: lines

#include <stdio.h>
#include <sys/types.h>
#include <unistd.h>

int main(void)
{
    int count = 0;
    pid_t pid = fork();
    if (pid < 0) {
        perror("fork");
        return 1;
    }
    if (pid == 0) {
        printf("child: fork gave me 0\n");
        printf("child: I add one\n");
        count++;
    } else {
        printf("parent: fork gave me a number above 0\n");
        printf("parent: I add one too\n");
        count++;
    }
    printf("count is %d\n", count);
    return 0;
}
