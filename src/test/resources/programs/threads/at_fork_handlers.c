// shows: pthread_atfork: prepare in reverse order, parent and child in order of registration
// curriculum: claim 24

#include <pthread.h>
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

static void prepare1(void) { puts("prepare 1"); }
static void prepare2(void) { puts("prepare 2"); fflush(stdout); }
static void parent1(void) { wait(NULL); puts("parent 1"); }
static void parent2(void) { puts("parent 2"); }
static void child1(void) { puts("child 1"); }
static void child2(void) { puts("child 2"); }

int main(void)
{
    pthread_atfork(prepare2, parent1, child1);
    pthread_atfork(prepare1, parent2, child2);
    pid_t pid = fork();
    puts(pid ? "parent" : "child");
    return 0;
}
