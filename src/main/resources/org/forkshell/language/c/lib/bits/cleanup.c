#include <bits/cleanup.h>
#include <bits/threads.h>

void __cleanup_push(struct __cleanup *cleanup, void (*function)(void *), void *argument) {
    struct __pthread *self = __self();
    cleanup->function = function;
    cleanup->argument = argument;
    cleanup->outer = self->cleanup;
    self->cleanup = cleanup;
}

void __cleanup_pop(struct __cleanup *cleanup, int execute) {
    __self()->cleanup = cleanup->outer;
    if (execute)
        cleanup->function(cleanup->argument);
}
