// shows: enumeration constants are ints and may be used as such

#include <stdio.h>

enum state { READY, RUNNING, ASLEEP, ZOMBIE = 10, GONE };

enum { LIMIT = 1 << 4, MASK = LIMIT - 1, MINUS = -1, AGAIN = READY };

static const char *name(enum state s)
{
    switch (s) {
    case READY:
        return "ready";
    case RUNNING:
        return "running";
    case ASLEEP:
        return "asleep";
    case ZOMBIE:
        return "zombie";
    default:
        return "unknown";
    }
}

int main(void)
{
    enum state s = ASLEEP;
    printf("%d %d %d\n", s, ZOMBIE, GONE);
    printf("%s %s %s\n", name(s), name(10), name(GONE));
    s++;
    printf("%d %s\n", s, name(s));
    s = 77;
    printf("%d\n", s);
    int array[LIMIT] = {[MASK] = 5};
    printf("%zu %d %d %d\n", sizeof array / sizeof array[0], array[15], MINUS, AGAIN);
    enum inner { A = 'a', B, C } letter = C;
    printf("%c %d\n", letter, letter == 'c');
    return 0;
}
