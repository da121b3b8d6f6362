// shows: functions and variables without a type are int, functions may be used before their definition

#include <stdio.h>

counter;
static limit = 3;

main()
{
    printf("%d\n", twice(21));
    show(limit);
    printf("counter %d\n", counter);
    return 0;
}

twice(n)
{
    return 2 * n;
}

show(int n)
{
    counter = counter + n;
    printf("show %d\n", n);
}
