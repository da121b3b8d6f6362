#ifndef _SETJMP_H
#define _SETJMP_H
typedef long jmp_buf[8];
typedef long sigjmp_buf[8];
int setjmp(jmp_buf place);
void longjmp(jmp_buf place, int value);
int sigsetjmp(sigjmp_buf place, int with_mask);
void siglongjmp(sigjmp_buf place, int value);
#define _setjmp(place) setjmp(place)
#define _longjmp(place, value) longjmp(place, value)
#endif
