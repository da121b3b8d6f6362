#ifndef _SYS_PERSONALITY_H
#define _SYS_PERSONALITY_H
#define ADDR_NO_RANDOMIZE 0x0040000
#define PER_LINUX 0
__system int personality(unsigned long wanted);
#endif
