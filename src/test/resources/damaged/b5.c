```c
＃include <unistd.h>
#include <stdio.h>
int main() {
　pid_t fpid;
　printf（"fork!"）;
　fpid = fork();
　if (fpid == 0)
　　printf("child, %d\n", getpid());
　else
　　printf("parent, %d\n", getpid());
　return 0;
}
```
