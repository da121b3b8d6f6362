#ifndef _BITS_THREADED_H
#define _BITS_THREADED_H
/* Whether this process has, or had, a second thread. */
extern int __threaded;
#endif
