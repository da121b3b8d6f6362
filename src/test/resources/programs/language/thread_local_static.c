// shows: static objects of functions, one for each thread: they keep their values, and recursion shares them
#include <stdio.h>

static int next(void) {
    static _Thread_local int count = 10;
    return count++;
}

static int other(void) {
    static __thread int count;
    return ++count;
}

static int depth(int levels) {
    static _Thread_local int deepest;
    _Thread_local static int calls = 1;
    if (levels > deepest)
        deepest = levels;
    if (levels < 5)
        depth(levels + 1);
    {
        static _Thread_local int deepest = 100;
        deepest++;
        calls += deepest > 103;
    }
    return deepest * 1000 + calls;
}

static char *number(int value) {
    static _Thread_local char buffers[4][16];
    static _Thread_local unsigned turn;
    char *buffer = buffers[turn++ % 4];
    snprintf(buffer, sizeof buffers[0], "<%d>", value);
    return buffer;
}

int main(void) {
    next();
    next();
    printf("%d %d %d\n", next(), other(), other());
    printf("%d\n", depth(1));
    printf("%s %s %s\n", number(1), number(2), number(3));
    for (int i = 0; i < 3; i++) {
        static _Thread_local int total = 1;
        total *= 2;
        printf("%d%c", total, i < 2 ? ' ' : '\n');
    }
    return 0;
}
