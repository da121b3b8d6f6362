#ifndef _SYS_SYSMACROS_H
#define _SYS_SYSMACROS_H
#define major(device) ((unsigned)((unsigned long)(device) >> 8 & 0xfff | (unsigned long)(device) >> 32 & ~0xfffu))
#define minor(device) ((unsigned)((unsigned long)(device) & 0xff | (unsigned long)(device) >> 12 & ~0xffu))
#define makedev(major, minor) (((unsigned long)(major) & 0xfff) << 8 | ((unsigned long)(major) & ~0xffful) << 32 | (unsigned long)(minor) & 0xff | ((unsigned long)(minor) & ~0xfful) << 12)
#endif
