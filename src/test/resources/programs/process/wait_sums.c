// shows: wait takes children as they end; sum and product do not depend on the order

#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void)
{
    int status, sum = 0, children = 0;
    long product = 1;
    for (int i = 1; i <= 8; i++)
        if (fork() == 0)
            exit(i);
    while (wait(&status) != -1) {
        sum += WEXITSTATUS(status);
        product *= WEXITSTATUS(status);
        children++;
    }
    printf("%d children, sum %d, product %ld\n", children, sum, product);
    return 0;
}
