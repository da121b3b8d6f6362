// shows: && and || stop as soon as the answer is known and yield 0 or 1

#include <stdio.h>

static int say(const char *name, int value)
{
    printf("%s ", name);
    return value;
}

int main(void)
{
    printf("= %d\n", say("a", 0) && say("b", 1));
    printf("= %d\n", say("a", 2) || say("b", 1));
    printf("= %d\n", say("a", 3) && say("b", 4));
    printf("= %d\n", say("a", 0) || say("b", 0));
    printf("= %d\n", say("a", 1) && say("b", 0) || say("c", 7));
    printf("= %d\n", say("a", 1) || say("b", 1) && say("c", 1));
    printf("= %d\n", !(say("a", 0) || say("b", 5)) && say("c", 1));
    int n = 0;
    int *p = NULL;
    if (p && *p > 0) {
        puts("never");
    }
    n++ || n++ || n++;
    printf("%d\n", n);
    printf("%d\n", 5 && 0.5);
    printf("%d\n", "" && 1);
    return 0;
}
