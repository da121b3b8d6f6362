#ifndef _BITS_NUMBERS_H
#define _BITS_NUMBERS_H
long syscall(long number, ...);
#endif
