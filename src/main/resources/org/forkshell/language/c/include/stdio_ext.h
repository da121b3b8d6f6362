#ifndef _STDIO_EXT_H
#define _STDIO_EXT_H
#include <stdio.h>
#include <bits/fill.h>
#endif
