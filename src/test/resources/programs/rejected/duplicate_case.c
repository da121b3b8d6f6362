// shows: the same case twice, the second time as a character
// error: 11:5 case

#include <stdio.h>

int main(void)
{
    switch (getchar()) {
    case 65:
        return 1;
    case 'A':
        return 2;
    }
    return 0;
}
