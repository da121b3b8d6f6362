#ifndef _SYS_PARAM_H
#define _SYS_PARAM_H
#include <sys/types.h>
#include <limits.h>
#include <signal.h>
#define MIN(a, b) (((a) < (b)) ? (a) : (b))
#define MAX(a, b) (((a) > (b)) ? (a) : (b))
#define MAXPATHLEN 4096
#define MAXHOSTNAMELEN 64
#define MAXSYMLINKS 20
#define NOFILE 256
#define NCARGS 131072
#define NGROUPS NGROUPS_MAX
#define CANBSIZ MAX_CANON
#define EXEC_PAGESIZE 4096
#define DEV_BSIZE 512
#define NODEV ((dev_t)-1)
#define setbit(bits, i) ((bits)[(i) / NBBY] |= 1 << (i) % NBBY)
#define clrbit(bits, i) ((bits)[(i) / NBBY] &= ~(1 << (i) % NBBY))
#define isset(bits, i) ((bits)[(i) / NBBY] & 1 << (i) % NBBY)
#define isclr(bits, i) (!isset(bits, i))
#define howmany(x, y) (((x) + (y) - 1) / (y))
#define roundup(x, y) (((x) + (y) - 1) / (y) * (y))
#define powerof2(x) (!((x) - 1 & (x)))
#define NBBY 8
#define HZ 100
#endif
