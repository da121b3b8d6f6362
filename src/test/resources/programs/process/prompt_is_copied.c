// shows: a prompt that still waits when the process forks appears twice, even after the answer was read
// stdin: 7\n

#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void)
{
    int n;
    printf("a number: ");
    scanf("%d", &n);
    if (fork() == 0) {
        printf("child has %d\n", n * 2);
        return 0;
    }
    wait(NULL);
    printf("parent has %d\n", n);
    return 0;
}
