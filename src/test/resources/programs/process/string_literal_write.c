// shows: string literals cannot be written to; arrays initialised from them can

#include <stdio.h>

int main(void)
{
    char array[] = "array";
    char *literal = "literal";
    array[0] = 'A';
    puts(array);
    fflush(stdout);
    literal[0] = 'L';
    puts(literal);
    return 0;
}
