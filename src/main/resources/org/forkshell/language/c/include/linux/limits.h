#ifndef _LINUX_LIMITS_H
#define _LINUX_LIMITS_H
#include <bits/limits.h>
#endif
