// shows: fork as an argument of printf: each process prints its own value
// order: lines

#include <stdio.h>
#include <unistd.h>

int main(void)
{
    printf("%s\n", fork() ? "parent" : "child");
    return 0;
}
