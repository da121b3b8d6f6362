#include <bits/at_fork.h>

/* Set by who has something to do then, see pthread.c. */
void (*__before_fork)(void);
void (*__after_fork)(pid_t pid);
