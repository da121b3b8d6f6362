#include <bits/thread_locals.h>
#include <stddef.h>
#include <string.h>

#define _PAGE 4096ul

char *__make_locals(char *below) {
    size_t used = _THREAD_LOCAL_USED, from_page = (size_t)_THREAD_LOCAL % _PAGE;
    char *lowest;
    if (used == 0)
        return below;
    lowest = (char *)((((size_t)below - used - from_page) & -_PAGE) + from_page);
    memcpy(lowest, _THREAD_LOCAL_INITIAL, used);
    return lowest;
}

long __distance_of_locals(char *lowest, char *below) {
    return lowest == below ? 0 : lowest - _THREAD_LOCAL;
}
