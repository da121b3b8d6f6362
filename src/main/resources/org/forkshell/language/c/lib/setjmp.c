#include <bits/actions.h>
#include <setjmp.h>
#include <signal.h>
#include <stddef.h>

/* Below a function's first argument lie the caller's frame and where it goes on; in the argument's own slot the caller looks for the
   result. Those three, and the mask of signals for who asks for it, are all there is to a place. */

int setjmp(jmp_buf place) {
    long *slot = (long *)&place;
    place[0] = slot[-2];
    place[1] = slot[-1];
    place[2] = (long)slot;
    place[3] = 0;
    return 0;
}

int sigsetjmp(sigjmp_buf place, int with_mask) {
    long *slot = (long *)&place;
    place[0] = slot[-2];
    place[1] = slot[-1];
    place[2] = (long)slot;
    place[3] = with_mask != 0;
    if (with_mask)
        __sigprocmask(SIG_BLOCK, NULL, (unsigned long *)place + 4);
    return 0;
}

void longjmp(jmp_buf place, int value) {
    long *slot = (long *)&place;
    if (place[3])
        __sigprocmask(SIG_SETMASK, (unsigned long *)place + 4, NULL);
    slot[-2] = place[0];
    slot[-1] = place[1];
    *(long *)place[2] = value ? value : 1;
}

void siglongjmp(sigjmp_buf place, int value) {
    long *slot = (long *)&place;
    if (place[3])
        __sigprocmask(SIG_SETMASK, (unsigned long *)place + 4, NULL);
    slot[-2] = place[0];
    slot[-1] = place[1];
    *(long *)place[2] = value ? value : 1;
}
