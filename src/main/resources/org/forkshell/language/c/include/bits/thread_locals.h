/* Where the objects lie that each thread has of its own, as AddressSpace says it: _Thread_local. */
#ifndef _BITS_THREAD_LOCALS_H
#define _BITS_THREAD_LOCALS_H
/* The first thread's. Another thread has a copy of the region, whole pages away so that alignments hold. */
#define _THREAD_LOCAL ((char *)0x400004000040)
/* What these objects hold when a thread begins. */
#define _THREAD_LOCAL_INITIAL ((char *)0x400004010040)
/* How much of the region is used: lines at the prompt may add to it while threads run. */
#define _THREAD_LOCAL_USED (*(const int *)0x400004000028)
/* Puts a thread's below an address, with their initial values; gives the lowest, or that address where there are none. */
char *__make_locals(char *below);
/* How far they are from the first thread's. */
long __distance_of_locals(char *lowest, char *below);
#endif
