// shows: gcc's own arithmetic tells whether a result of any type was cut
#include <stdio.h>
#include <limits.h>
#include <stdint.h>
#include <stdbool.h>
static long v[]={0,1,-1,2,-2,3,INT_MAX,INT_MIN,UINT_MAX,LONG_MAX,LONG_MIN,LONG_MAX/2,LONG_MIN/2,0x100000000,-0x100000000,255,256,-128,-129,65536,4611686018427387904L,3037000500L,-3037000500L, 6148914691236517205};
#define N (int)(sizeof v/sizeof *v)
#define T(op,ta,tb,tr) do { unsigned long h=0; for(int i=0;i<N;i++)for(int j=0;j<N;j++){ tr r=0; ta a=(ta)v[i]; tb b=(tb)v[j]; int o=__builtin_##op##_overflow(a,b,&r); h=h*31+o*7+(unsigned long)r; } printf(#op " " #ta " " #tb " " #tr " %lx\n",h);} while(0)
#define A(op) T(op,int,int,int); T(op,long,long,long); T(op,unsigned long,unsigned long,unsigned long); T(op,unsigned long,long,long); T(op,long,unsigned long,unsigned long); T(op,int,unsigned,short); T(op,unsigned long, unsigned long, long); T(op,long,long,unsigned char); T(op,unsigned,unsigned,unsigned); T(op,long,long,unsigned); T(op,signed char,long,signed char); T(op,int,int,long); T(op,unsigned long,int,int)
int main(void){ A(add); A(sub); A(mul); int r; size_t z; printf("%d\n",__builtin_smul_overflow(1<<20,1<<20,&r)); printf("%d\n", __builtin_umull_overflow(1UL<<40,1UL<<40,&z)); return 0; }
