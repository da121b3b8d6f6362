// shows: a loop begun in its middle by a switch

#include <stdio.h>

static void copy(char *to, const char *from, int count)
{
    int rounds = (count + 3) / 4;
    switch (count % 4) {
    case 0:
        do {
            *to++ = *from++;
        case 3:
            *to++ = *from++;
        case 2:
            *to++ = *from++;
        case 1:
            *to++ = *from++;
        } while (--rounds > 0);
    }
}

int main(void)
{
    for (int n = 1; n <= 10; n += 3) {
        char target[16] = "..............";
        copy(target, "abcdefghijkl", n);
        puts(target);
    }
    return 0;
}
