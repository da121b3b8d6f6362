// shows: a header gives its macros their own meaning, whatever they meant before

#define NULL 0
#define EXIT_FAILURE 7
#include <stdio.h>
#include <stdlib.h>

int main(void)
{
    printf("%zu\n", sizeof(NULL));
    return EXIT_FAILURE;
}
