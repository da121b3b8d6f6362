// shows: the sign of comparisons; bytes count as unsigned

#include <stdio.h>
#include <string.h>
#include <strings.h>

static const char *sign(int n) { return n < 0 ? "less" : n > 0 ? "greater" : "equal"; }

int main(void)
{
    puts(sign(strcmp("fork", "fork")));
    puts(sign(strcmp("fork", "forks")));
    puts(sign(strcmp("b", "abc")));
    puts(sign(strcmp("", "a")));
    puts(sign(strcmp("Zebra", "apple")));
    puts(sign(strcmp("\xff", "a")));
    puts(sign(strncmp("forked", "forking", 4)));
    puts(sign(strncmp("forked", "forking", 5)));
    puts(sign(strncmp("a", "b", 0)));
    puts(sign(strcasecmp("FoRk", "fOrK")));
    puts(sign(strncasecmp("WAITpid", "waitID", 4)));
    puts(sign(memcmp("a\0b", "a\0c", 3)));
    puts(sign(memcmp("a\0b", "a\0c", 2)));
    char a[] = "same", b[] = "same";
    printf("%d %d\n", a == b, !strcmp(a, b));
    if (strcmp(a, "same"))
        puts("never");
    else
        puts("zero means equal");
    return 0;
}
