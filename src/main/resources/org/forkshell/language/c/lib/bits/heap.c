#include <bits/heap.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* Says what glibc says, past all streams, and aborts. */
void __heap_is_broken(int problem) {
    const char *message = "free(): invalid pointer\n";
    switch (problem) {
    case _DOUBLE_FREE:
        message = "free(): double free detected in tcache 2\n";
        break;
    case _FREE_INVALID_SIZE:
        message = "free(): invalid size\n";
        break;
    case _RESIZE_INVALID:
        message = "realloc(): invalid pointer\n";
        break;
    case _DOUBLE_FREE_TOP:
        message = "double free or corruption (top)\n";
        break;
    case _DOUBLE_FREE_LARGE:
        message = "double free or corruption (!prev)\n";
        break;
    case _DOUBLE_FREE_OUT:
        message = "double free or corruption (out)\n";
        break;
    case _FREE_UNMAPPED:
        message = "munmap_chunk(): invalid pointer\n";
        break;
    }
    write(2, message, strlen(message));
    abort();
}
