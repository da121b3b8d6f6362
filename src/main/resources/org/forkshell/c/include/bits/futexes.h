#ifndef _BITS_FUTEXES_H
#define _BITS_FUTEXES_H
__system long __futex(int *word, int operation, int value, const void *timeout, int *other, int last);
#endif
