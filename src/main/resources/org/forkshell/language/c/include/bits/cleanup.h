#ifndef _BITS_CLEANUP_H
#define _BITS_CLEANUP_H
struct __cleanup {
    void (*function)(void *);
    void *argument;
    struct __cleanup *outer;
};
void __cleanup_push(struct __cleanup *cleanup, void (*function)(void *), void *argument);
void __cleanup_pop(struct __cleanup *cleanup, int execute);
#endif
