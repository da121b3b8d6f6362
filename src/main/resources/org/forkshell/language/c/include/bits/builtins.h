#ifndef _BITS_BUILTINS_H
#define _BITS_BUILTINS_H
int __builtin_popcount(unsigned bits);
int __builtin_popcountl(unsigned long bits);
int __builtin_popcountll(unsigned long long bits);
int __builtin_clz(unsigned bits);
int __builtin_clzl(unsigned long bits);
int __builtin_clzll(unsigned long long bits);
int __builtin_ctz(unsigned bits);
int __builtin_ctzl(unsigned long bits);
int __builtin_ctzll(unsigned long long bits);
int __builtin_ffs(int bits);
int __builtin_ffsl(long bits);
int __builtin_ffsll(long long bits);
int __builtin_parity(unsigned bits);
int __builtin_parityl(unsigned long bits);
int __builtin_parityll(unsigned long long bits);
unsigned short __builtin_bswap16(unsigned short number);
unsigned __builtin_bswap32(unsigned number);
unsigned long __builtin_bswap64(unsigned long number);
void __builtin_unreachable(void);
void __builtin_trap(void);
/* What the compiler makes of the functions that take any type. */
_Bool __overflow(int operation, long a, int a_unsigned, long b, int b_unsigned, void *to, int size, int to_unsigned);
__native long __swap_if(void *at, long expected, long value, int size);
__native void __fence(void);
#endif
