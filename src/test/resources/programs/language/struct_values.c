// shows: structs are values: assigned, passed and returned as copies

#include <stdio.h>

struct point {
    int x;
    int y;
};

struct box {
    struct point from, to;
    char name[8];
};

static struct point moved(struct point p, int by)
{
    p.x += by;
    p.y += by;
    return p;
}

static void grow(struct box *b)
{
    b->to.x *= 2;
    b->to.y *= 2;
    b->name[0] = 'G';
}

static struct box make(int size)
{
    struct box b = {{0, 0}, {size, size}, "box"};
    return b;
}

int main(void)
{
    struct point a = {1, 2}, b;
    b = a;
    b.x = 100;
    printf("%d %d\n", a.x, b.x);
    b = moved(a, 10);
    printf("%d %d %d %d\n", a.x, a.y, b.x, b.y);
    struct box one = make(5), two = one;
    grow(&one);
    printf("%s %d %s %d\n", one.name, one.to.x, two.name, two.to.x);
    printf("%d %s\n", make(9).to.y, make(1).name);
    struct point *p = &one.to;
    (*p).x = 1;
    p->y = 2;
    printf("%d %d\n", one.to.x, one.to.y);
    struct point many[3] = {{1, 1}, {2, 2}, {3, 3}};
    many[0] = many[2];
    struct point *q = many;
    printf("%d %d\n", q->x, (q + 1)->x);
    int x = q++->x;
    printf("%d %d\n", x, q->x);
    printf("%d\n", moved(moved(a, 1), 1).x);
    one = two = make(7);
    printf("%d %d\n", one.to.x, two.to.y);
    return 0;
}
