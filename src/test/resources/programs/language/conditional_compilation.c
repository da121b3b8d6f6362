// shows: #if, #ifdef, #elif, #else nested, with expressions and defined

#include <stdio.h>

#define VERSION 3
#define FEATURE
#define ZERO 0

#if VERSION >= 3 && defined(FEATURE)
#define LABEL "new"
#elif VERSION == 2
#define LABEL "old"
#else
#error "this line must not be reached"
#endif

#ifndef LIMIT
#define LIMIT 64
#endif

int main(void)
{
    puts(LABEL);
#ifdef UNKNOWN
    this is not C at all
#else
    puts("unknown is not defined");
#endif
#if UNKNOWN
    puts("never");
#elif (VERSION * 2 - 1 == 5) || NOPE
    puts("five");
#endif
#if 0
    puts("switched off");
#if 1
    puts("inside, still off");
#else
    it's off too
#endif
#else
    puts("switched on");
#endif
#if defined FEATURE && !defined(NOT_THERE)
    printf("%d\n", LIMIT);
#endif
#undef FEATURE
#ifdef FEATURE
    puts("still there");
#endif
#if ZERO ? 1 : 'A' == 65
    puts("characters count");
#endif
#if -1 < 0 && 0x10 == 020 && (1 << 4) == 16
    puts("arithmetic");
#endif
#ifdef __linux__
    puts("linux");
#endif
#if __STDC_VERSION__ >= 201112L
    puts("C11 or later");
#endif
    return 0;
}
