#ifndef _BITS_ZONE_H
#define _BITS_ZONE_H
#include <bits/time.h>
/* What a clock on the wall shows: how far it is from UTC, whether that is summer time, and what that is called. */
struct __wall {
    long offset;
    int summer;
    const char *name;
};
/* Reads TZ, when it has changed. */
void __read_zone(void);
struct __wall __wall_at(time_t moment);
#endif
