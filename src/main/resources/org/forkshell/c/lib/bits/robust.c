#include <bits/robust.h>

int __robust_used;
