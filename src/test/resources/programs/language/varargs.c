// shows: functions of one's own with a variable number of arguments

#include <stdarg.h>
#include <stdio.h>

static int sum(int count, ...)
{
    va_list list;
    int total = 0;
    va_start(list, count);
    for (int i = 0; i < count; i++) {
        total += va_arg(list, int);
    }
    va_end(list);
    return total;
}

static void show(const char *types, ...)
{
    va_list list, again;
    va_start(list, types);
    va_copy(again, list);
    for (const char *t = types; *t; t++) {
        switch (*t) {
        case 'i':
            printf("%d ", va_arg(list, int));
            break;
        case 'l':
            printf("%ld ", va_arg(list, long));
            break;
        case 'd':
            printf("%g ", va_arg(list, double));
            break;
        case 's':
            printf("%s ", va_arg(list, char *));
            break;
        case 'c':
            printf("%c ", va_arg(list, int));
        }
    }
    va_end(list);
    if (types[0] == 'i') {
        printf("again %d", va_arg(again, int));
    }
    va_end(again);
    putchar('\n');
}

static void log_line(const char *format, ...)
{
    char line[64];
    va_list list;
    va_start(list, format);
    int n = vsnprintf(line, sizeof line, format, list);
    va_end(list);
    printf("[%s] %d\n", line, n);
}

int main(void)
{
    printf("%d %d %d\n", sum(0), sum(1, 5), sum(9, 1, 2, 3, 4, 5, 6, 7, 8, 9));
    float f = 1.5f;
    char c = 'q';
    short s = -3;
    show("idscl", 1, f, "text", c, 1L << 40);
    show("ddddddddddd", .5, 1., 2., 3., 4., 5., 6., 7., 8., 9., 10.);
    show("si", "short", s);
    show("ididididid", 1, 1., 2, 2., 3, 3., 4, 4., 5, 5.);
    log_line("%s has %d children", "P", 3);
    log_line("%5.2f|%-4d|%c", 3.14159, 42, '!');
    return 0;
}
