// shows: sscanf with sets, widths, suppression, literals and %n

#include <stdio.h>

int main(void)
{
    int a = 0, b = 0, c = 0, n;
    char word[20], other[20], letter;
    n = sscanf("12:34:56", "%d:%d:%d", &a, &b, &c);
    printf("%d: %d %d %d\n", n, a, b, c);
    n = sscanf("12-34", "%d:%d", &a, &b);
    printf("%d: %d %d\n", n, a, b);
    n = sscanf("123456", "%3d%d", &a, &b);
    printf("%d: %d %d\n", n, a, b);
    n = sscanf("skip 7", "%*s %d", &a);
    printf("%d: %d\n", n, a);
    n = sscanf("key = some value; rest", "%[a-z] = %[^;]", word, other);
    printf("%d: [%s] [%s]\n", n, word, other);
    n = sscanf("abc123def", "%[^0-9]%d%s", word, &a, other);
    printf("%d: [%s] %d [%s]\n", n, word, a, other);
    n = sscanf("100% sure", "%d%% %s%n", &a, word, &b);
    printf("%d: %d [%s] %d\n", n, a, word, b);
    n = sscanf("", "%d", &a);
    printf("%d\n", n);
    n = sscanf("   ", "%s", word);
    printf("%d\n", n);
    n = sscanf("x", "%d", &a);
    printf("%d\n", n);
    unsigned u;
    short h;
    unsigned char hh;
    n = sscanf("ff 70000 300 777", "%x %hd %hhu %o", &u, &h, &hh, &a);
    printf("%d: %u %d %d %d\n", n, u, h, hh, a);
    float f;
    double d;
    n = sscanf("1.5 -2e3", "%f%lf", &f, &d);
    printf("%d: %g %g\n", n, f, d);
    n = sscanf("z9", "%c%1d", &letter, &a);
    printf("%d: %c %d\n", n, letter, a);
    n = sscanf("+5 - 6", "%d %d", &a, &b);
    printf("%d: %d\n", n, a);
    n = sscanf("abcdef", "%2s%3c", word, other);
    other[3] = 0;
    printf("%d: %s %s\n", n, word, other);
    n = sscanf("(nil) 0x10", "%*s %i", &a);
    printf("%d: %d\n", n, a);
    n = sscanf("a]b", "%[]a]%s", word, other);
    printf("%d: %s %s\n", n, word, other);
    return 0;
}
