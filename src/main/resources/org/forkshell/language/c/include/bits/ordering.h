#ifndef _BITS_ORDERING_H
#define _BITS_ORDERING_H
/*
 * Where data races are looked for, the library says with these what orders threads; elsewhere a call of one is no
 * instruction. What happened before __ordered_before(place) in one thread has happened when __ordered_after(place)
 * returns in another that came later.
 */
__native void __ordered_after(const void *place);
__native void __ordered_before(const void *place);
#endif
