#include <inttypes.h>
#include <stdlib.h>

long imaxabs(long n) {
    return n < 0 ? -n : n;
}

imaxdiv_t imaxdiv(long n, long by) {
    imaxdiv_t result;
    result.quot = n / by;
    result.rem = n % by;
    return result;
}

long strtoimax(const char *text, char **end, int base) {
    return strtol(text, end, base);
}

unsigned long strtoumax(const char *text, char **end, int base) {
    return strtoul(text, end, base);
}
