// shows: unnamed objects made in an expression

#include <stdio.h>

struct point {
    int x, y;
};

static int sum(const int *p, int n)
{
    int total = 0;
    for (int i = 0; i < n; i++) {
        total += p[i];
    }
    return total;
}

static int norm(struct point p) { return p.x * p.x + p.y * p.y; }

static struct point *global = &(struct point){8, 9};

int main(void)
{
    printf("%d\n", sum((int[]){1, 2, 3, 4}, 4));
    printf("%d\n", norm((struct point){3, 4}));
    printf("%d\n", norm((struct point){.y = 5}));
    struct point *p = &(struct point){1, 2};
    p->x = 10;
    printf("%d %d\n", p->x, p->y);
    struct point q;
    q = (struct point){7};
    printf("%d %d\n", q.x, q.y);
    char *s = (char[]){"writable"};
    s[0] = 'W';
    puts(s);
    printf("%d %zu\n", (int){5} + 1, sizeof((int[3]){}));
    printf("%d\n", global->y);
    printf("%s\n", ((const char *[]){"no", "yes"})[2 > 1]);
    return 0;
}
