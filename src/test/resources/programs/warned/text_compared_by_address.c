// shows: == on strings compares addresses
// warning: 9:14 strcmp

#include <stdio.h>

int main(void)
{
    char word[] = "wait";
    if (word == "wait") {
        printf("equal\n");
    } else {
        printf("different\n");
    }
    return 0;
}
