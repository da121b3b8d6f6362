// shows: __LINE__, __FILE__ and __func__, and what #line does to them

#include <stdio.h>
#include <string.h>

#define HERE printf("line %d in %s\n", __LINE__, __func__)
#define WHERE(x) where(__LINE__, x)

static int where(int line, int x) { return line * 10 + x; }

static void helper(void)
{
    HERE;
}

int main(void)
{
    HERE;
    helper();
    printf("%d\n", WHERE(1));
    printf("%d %d\n", __LINE__,
           __LINE__);
    printf("%s\n", __FILE__);
    printf("%s %zu\n", __FUNCTION__, sizeof __func__);
    printf("%zu %zu\n", strlen(__DATE__), strlen(__TIME__));
    printf("%d\n", __STDC__);
#line 500 "elsewhere.c"
    printf("%s:%d\n", __FILE__, __LINE__);
    return 0;
}
