// shows: a conversion that does not exist is printed as it stands

#include <stdio.h>

int main(void)
{
    printf("%y %d\n", 5);
    printf("50% of\n", 7);
    printf("%-5k|\n");
    printf("too many\n", 1, 2, 3);
    return 0;
}
