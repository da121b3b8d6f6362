#ifndef _BITS_FUTEXES_H
#define _BITS_FUTEXES_H
#define _FUTEX_WAIT 0
#define _FUTEX_WAKE 1
#define _FUTEX_WAIT_UNTIL 9
#define _FUTEX_REALTIME 256
__system long __futex(int *word, int operation, int value, const void *timeout, int *other, int last);
#endif
