// shows: parameters may be declared between the parentheses and the body

#include <stdio.h>

int area(width, height)
    int width;
    int height;
{
    return width * height;
}

long scaled(value, by, name)
    short value;
    char by;
    char *name;
{
    printf("%s: %d times %d\n", name, value, by);
    return (long) value * by;
}

double half(x)
    double x;
{
    return x / 2;
}

main(argc, argv)
    int argc;
    char **argv;
{
    printf("%d\n", area(6, 7));
    printf("%ld\n", scaled(300, 100, "scaled"));
    printf("%g\n", half(5.0));
    printf("argc %d\n", argc);
    return 0;
}
