// shows: members of unnamed structs and unions belong to the outer struct

#include <stdio.h>

struct event {
    int kind;
    union {
        struct {
            int pid;
            int status;
        };
        char text[16];
        double when;
    };
};

typedef struct {
    struct {
        int r, g, b;
    } front, back;
} colours;

int main(void)
{
    struct event e = {.kind = 1, .pid = 42, .status = 3};
    printf("%d %d %d\n", e.kind, e.pid, e.status);
    e.text[0] = 'h';
    e.text[1] = 'i';
    e.text[2] = 0;
    printf("%s %zu\n", e.text, sizeof e);
    e.when = 2.5;
    printf("%g\n", e.when);
    colours c = {{1, 2, 3}, .back.g = 7};
    printf("%d %d %d %d\n", c.front.b, c.back.r, c.back.g, c.back.b);
    c.back = c.front;
    c.back.r++;
    printf("%d %d\n", c.front.r, c.back.r);
    return 0;
}
