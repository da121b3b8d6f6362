// shows: a function registered while atexit functions run comes next

#include <stdio.h>
#include <stdlib.h>

static void late(void) { puts("late"); }
static void early(void)
{
    puts("early registers late");
    atexit(late);
}
static void last(void) { puts("last"); }

int main(void)
{
    atexit(last);
    atexit(early);
    exit(0);
}
