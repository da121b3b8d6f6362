// shows: a function may end without returning a value as long as nobody uses it

#include <stdio.h>

int report(char *text)
{
    printf("%s\n", text);
}

int maybe(int n)
{
    if (n > 0)
        return n * 2;
}

main()
{
    int unused, also_unused = 3;
    report("no value comes back");
    printf("%d\n", maybe(4));
    maybe(-4);
}
