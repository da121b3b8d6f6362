/* The kernel's list of the robust locks that a thread holds: get_robust_list(2). */
#ifndef _BITS_ROBUST_H
#define _BITS_ROBUST_H
#include <stddef.h>
struct __robust_entry { struct __robust_entry *next; struct __robust_entry *before; };
struct __robust_list {
    struct __robust_entry *first;
    long offset;
    struct __robust_entry *pending;
};
__system long __set_robust_list(struct __robust_list *list, size_t size);
#endif
