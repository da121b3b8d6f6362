/* Where the objects lie that each thread has of its own, as AddressSpace says it. */
#ifndef _BITS_THREADS_H
#define _BITS_THREADS_H
/* The first thread's. Another thread has a copy of the region, whole pages away so that alignments hold. */
#define __THREAD_LOCAL ((char *)0x400004000040)
/* What these objects hold when a thread begins. */
#define __THREAD_LOCAL_INITIAL ((char *)0x400004010040)
/* How long the region is, and how much of it is used: lines at the prompt may add to it while threads run. */
#define __THREAD_LOCAL_SIZE 0x10000
#define __THREAD_LOCAL_USED (*(const int *)0x400004000028)
#endif
