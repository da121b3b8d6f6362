#include <unistd.h>
#include <sys/wait.h>
int main(void) {
  fork();
  fork() && fork() || fork();
  fork();
  if(0)
    ;
  return 0;
}
