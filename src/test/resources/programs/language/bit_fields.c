// shows: bit-fields wrap at their width and are packed

#include <stdio.h>

struct flags {
    unsigned ready : 1;
    unsigned level : 3;
    int delta : 4;
    unsigned : 0;
    unsigned next : 12;
};

int main(void)
{
    struct flags f = {1, 7, -8, 4095};
    printf("%d %d %d %d %zu\n", f.ready, f.level, f.delta, f.next, sizeof f);
    f.level++;
    f.delta--;
    f.next += 2;
    f.ready = 2;
    printf("%d %d %d %d\n", f.ready, f.level, f.delta, f.next);
    f.level = 13;
    f.delta = 9;
    printf("%d %d\n", f.level, f.delta);
    struct flags g = f;
    g.ready = ~g.ready;
    printf("%d %d\n", f.ready, g.ready);
    printf("%d\n", f.level - 6 < 0);
    struct {
        unsigned char low : 4, high : 4;
    } nibbles = {0xa, 0x5};
    printf("%x %zu\n", *(unsigned char *) &nibbles, sizeof nibbles);
    return 0;
}
