#include <setjmp.h>

/* Below a function's first argument lie the caller's frame and where it goes on; in the argument's own slot the caller looks for the
   result. Those three are all there is to a place. */

int setjmp(jmp_buf place) {
    long *slot = (long *)&place;
    place[0] = slot[-2];
    place[1] = slot[-1];
    place[2] = (long)slot;
    return 0;
}

void longjmp(jmp_buf place, int value) {
    long *slot = (long *)&place;
    slot[-2] = place[0];
    slot[-1] = place[1];
    *(long *)place[2] = value ? value : 1;
}
