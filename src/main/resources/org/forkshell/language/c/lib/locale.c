#include <locale.h>
#include <string.h>

char *setlocale(int category, const char *name) {
    if (!name || !*name || strcmp(name, "C") == 0 || strcmp(name, "POSIX") == 0)
        return "C";
    return NULL;
}

static struct lconv __conventions = {".", "", ""};

struct lconv *localeconv(void) {
    return &__conventions;
}
