// shows: an impossible request gives NULL and ENOMEM

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int main(void)
{
    size_t huge = (size_t) -1 / 2;
    errno = 0;
    void *p = malloc(huge);
    printf("%d %s\n", p == NULL, strerror(errno));
    errno = 0;
    p = calloc(huge, 4);
    printf("%d %d\n", p == NULL, errno == ENOMEM);
    char *kept = malloc(5);
    strcpy(kept, "kept");
    p = realloc(kept, huge);
    printf("%d %s\n", p == NULL, kept);
    return 0;
}
