// shows: the ctype functions over all of ASCII

#include <ctype.h>
#include <stdio.h>

static void count(const char *name, int (*test)(int))
{
    int n = 0, sum = 0;
    for (int c = 0; c < 128; c++) {
        if (test(c)) {
            n++;
            sum += c;
        }
    }
    printf("%s %d %d\n", name, n, sum);
}

int main(void)
{
    count("isalpha", isalpha);
    count("isdigit", isdigit);
    count("isalnum", isalnum);
    count("isxdigit", isxdigit);
    count("isspace", isspace);
    count("isblank", isblank);
    count("isupper", isupper);
    count("islower", islower);
    count("ispunct", ispunct);
    count("isprint", isprint);
    count("isgraph", isgraph);
    count("iscntrl", iscntrl);
    char text[] = "Fork 2 Me, pid_T!";
    for (char *p = text; *p; p++) {
        *p = islower(*p) ? toupper(*p) : tolower(*p);
    }
    puts(text);
    printf("%d %c %c\n", toupper('7'), toupper('z'), tolower('A'));
    printf("%d %d\n", isalpha(EOF), toupper(EOF));
    printf("%d\n", isdigit('5') && !isdigit('x') && isspace('\n'));
    return 0;
}
