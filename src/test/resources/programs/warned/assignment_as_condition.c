// shows: one equals sign assigns; the condition is what was assigned
// warning: 9:11 ==

#include <stdio.h>

int main(void)
{
    int x = 5;
    if (x = 0) {
        printf("zero\n");
    } else {
        printf("not zero\n");
    }
    printf("%d\n", x);
    return 0;
}
