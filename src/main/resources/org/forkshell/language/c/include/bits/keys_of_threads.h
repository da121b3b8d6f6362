#ifndef _BITS_KEYS_OF_THREADS_H
#define _BITS_KEYS_OF_THREADS_H
struct __pthread;
/* A key's age is odd while it is in use: values of an earlier use are none. */
struct __key {
    unsigned age;
    void (*destructor)(void *);
};
extern struct __key __keys[1024];
void __destroy_values(struct __pthread *thread);
#endif
