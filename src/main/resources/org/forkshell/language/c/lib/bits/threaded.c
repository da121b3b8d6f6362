#include <bits/threaded.h>

int __threaded;
