// shows: statements in parentheses, whose last one is the value (a GNU extension)

#include <stdio.h>

struct triple {
    int a[3];
};

static int depth(int n)
{
    return ({
        int r;
        if (n == 0)
            r = 0;
        else
            r = depth(n - 1) + 1;
        r;
    });
}

static struct triple count_from(int n)
{
    return ({
        struct triple t = {{n, n + 1, n + 2}};
        t;
    });
}

static int early(int n)
{
    int value = ({
        if (n)
            return 9;
        4;
    });
    return value;
}

int main(void)
{
    printf("%d %d %d\n", depth(5), count_from(3).a[2], ({ count_from(7); }).a[1]);
    printf("%d %d\n", early(0), early(1));
    int sum = ({
        int s = 0;
        for (int k = 0; k < 5; k++) {
            if (k == 3)
                break;
            s += k;
        }
        s;
    }) + ({ 1; });
    printf("%d\n", sum);
    for (int k = 0; k < 3; k++) {
        int z = ({
            if (k == 1)
                continue;
            k;
        });
        printf("%d ", z);
    }
    if (({ sum == 4; }) && ({ int q = sum; q > 3; }))
        puts("yes");
    ({ puts("alone"); });
    int n = 3;
    printf("%d\n", ({
               int a[n];
               for (int k = 0; k < n; k++)
                   a[k] = k;
               a[n - 1];
           }));
    __typeof__(({ long w = 3; w; })) l = 4;
    printf("%zu\n", sizeof l);
    return 0;
}
