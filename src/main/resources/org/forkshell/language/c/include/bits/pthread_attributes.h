/* What a pthread_attr_t holds. */
#ifndef _BITS_PTHREAD_ATTRIBUTES_H
#define _BITS_PTHREAD_ATTRIBUTES_H
#include <stddef.h>
struct __attributes {
    int priority;
    int policy;
    unsigned char detached;
    unsigned char explicit_scheduling;
    unsigned char process_scope;
    unsigned char has_stack;
    size_t guard_size;
    char *stack_end;
    size_t stack_size; /* 0: the default */
    void *cpus;
    size_t cpus_size;
};
struct __attributes *__default_attributes(void);
/* Where the first thread's stack ends: AddressSpace.STACK_END. */
#define _FIRST_STACK_END 0x4000c0000000
#endif
